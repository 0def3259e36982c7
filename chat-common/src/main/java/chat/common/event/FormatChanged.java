package chat.common.event;

import java.io.IOException;

/**
 * The answer to {@code /format}, in the format that holds from now on.
 *
 * @param format its name, as it was asked for: {@code json} or {@code text}
 */
public record FormatChanged(String format) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.add("Format: ").add(format).add(".").end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("format").add("format", format);
    }

    static FormatChanged read(JsonObject in) {
        return new FormatChanged(in.text("format"));
    }
}
