package chat.common.event;

import java.io.IOException;

/**
 * So many private messages were kept while you were away; they follow, the oldest first.
 *
 * @param count how many
 */
public record MailWaiting(int count) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("* " + count + (count == 1 ? " message" : " messages") + " came while you were away.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("mail").add("count", count);
    }

    static MailWaiting read(JsonObject in) {
        return new MailWaiting(in.count("count"));
    }
}
