package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * The author's confirmation of a private message.
 *
 * @param to who receives it
 */
public record PrivateSent(UserName to) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("Sent to ").add(to.toString()).add(".").end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("private-sent").add("to", to);
    }

    static PrivateSent read(JsonObject in) {
        return new PrivateSent(in.name("to"));
    }
}
