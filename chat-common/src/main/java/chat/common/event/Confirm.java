package chat.common.event;

import java.io.IOException;

/**
 * The answer to a request that cannot be undone: nothing has been done yet.
 *
 * @param sentence what would be done, for people
 * @param command what to send to have it done
 */
public record Confirm(String sentence, String command) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add(sentence).add(" To do it type ").add(command).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("confirm").add("text", sentence).add("command", command);
    }

    static Confirm read(JsonObject in) {
        return new Confirm(in.text("text"), in.text("command"));
    }
}
