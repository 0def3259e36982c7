package chat.common.event;

/** The answer to everything that somebody without a name types. */
public record NamePrompt() implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line("Please choose a name: type /setname NAME and press Enter.");
    }
}
