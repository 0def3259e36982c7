package chat.common.event;

import chat.common.UserName;
import java.io.IOException;
import java.util.List;

/**
 * The answer to {@code /ignore}.
 *
 * @param names of whom you read nothing
 */
public record IgnoreList(List<UserName> names) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (names.isEmpty()) {
            out.line("You ignore nobody.");
        } else {
            out.list("You ignore:", names);
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("ignored").addNames("names", names);
    }

    static IgnoreList read(JsonObject in) {
        return new IgnoreList(in.names("names"));
    }
}
