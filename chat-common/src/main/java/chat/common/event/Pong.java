package chat.common.event;

/** The answer to {@code /ping}: the connection lives. */
public record Pong() implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("pong");
    }
}
