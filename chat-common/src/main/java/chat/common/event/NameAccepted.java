package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * A name was free and is yours.
 *
 * @param name the name
 * @param first whether this is the session's first name, so that its owner may need to hear how to go on
 */
public record NameAccepted(UserName name, boolean first) implements Event {
    @Override
    public void writeText(TextLines out) {
        String next = first
                ? "Type something to say it to everyone; /cmd lists the commands."
                : "Everyone in the room is told. /cmd lists the commands.";
        out.add("Name accepted: you are ")
                .add(name.toString())
                .add(". ")
                .add(next)
                .end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("name-accepted").add("name", name).add("first", first);
    }

    static NameAccepted read(JsonObject in) {
        return new NameAccepted(in.name("name"), in.flag("first"));
    }
}
