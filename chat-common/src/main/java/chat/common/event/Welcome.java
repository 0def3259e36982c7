package chat.common.event;

/** The greeting of every connection; a {@link NamePrompt} follows it. */
public record Welcome() implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("Welcome to ClientMessageSystem.");
    }
}
