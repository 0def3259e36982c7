package chat.common.event;

import chat.common.UserName;
import java.io.IOException;

/**
 * Somebody wrote to you alone: {@code ann(private): hello}.
 *
 * @param from who
 * @param text what, printable
 * @param kept whether it was written while you were away
 * @param again whether it may have been told to you before: the server ended while it was
 */
public record PrivateMessage(UserName from, String text, boolean kept, boolean again) implements Event {
    /**
     * What is written now.
     *
     * @param from see the class
     * @param text see the class
     */
    public PrivateMessage(UserName from, String text) {
        this(from, text, false, false);
    }

    /** Without the text, which is nobody else's business, a log's neither. */
    @Override
    public String toString() {
        return "a private message from " + from;
    }

    @Override
    public void writeText(TextLines out) {
        out.add(again ? "(perhaps again) " : "").add(from.toString()).add("(private): ");
        out.add(text).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("private").add("from", from).add("text", text);
        if (kept) {
            out.add("kept", true);
        }
        if (again) {
            out.add("again", true);
        }
    }

    static PrivateMessage read(JsonObject in) {
        return new PrivateMessage(in.name("from"), in.text("text"), in.flagIfAny("kept"), in.flagIfAny("again"));
    }
}
