package chat.common.event;

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
}
