package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * You have written to somebody alone by another connection of yours.
 *
 * @param to whom
 * @param text what, printable
 */
public record PrivateCopy(UserName to, String text) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("* To ").add(to.toString()).add("(private): ").add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("private-copy").add("to", to).add("text", text);
    }

    static PrivateCopy read(JsonObject in) {
        return new PrivateCopy(in.name("to"), in.text("text"));
    }
}
