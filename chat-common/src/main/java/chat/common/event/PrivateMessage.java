package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody wrote to you alone: {@code ann(private): hello}.
 *
 * @param from who
 * @param text what, printable
 */
public record PrivateMessage(UserName from, String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add(from.toString()).add("(private): ").add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("private").add("from", from).add("text", text);
    }

    static PrivateMessage read(JsonObject in) {
        return new PrivateMessage(in.name("from"), in.text("text"));
    }
}
