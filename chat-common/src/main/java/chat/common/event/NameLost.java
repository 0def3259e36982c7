package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The owner of a registered name has come: a guest who had it, or one that looks like it, has another one from now on.
 *
 * @param before the name that was the guest's
 * @param name the name that the guest has now
 */
public record NameLost(UserName before, UserName name) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* The name " + before + " is not yours: whoever has registered it, or one like it, has come. You are "
                + name + " now; to choose another name, type /setname NAME");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("name-lost").add("before", before).add("name", name);
    }

    static NameLost read(JsonObject in) {
        return new NameLost(in.name("before"), in.name("name"));
    }
}
