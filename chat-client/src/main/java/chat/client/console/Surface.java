package chat.client.console;

import java.util.List;

/** Where the console shows itself. Called by the console's thread only. */
interface Surface {
    /** Adds a paragraph; it may be shown with the next {@link #flush} only. */
    void print(Paragraph paragraph, String ownName);

    /** Rings with the next {@link #flush}. */
    void ring();

    /** Shows what was added, and how things stand. */
    void flush(Standing standing);

    /** Whether what was typed is seen anyway, so that one's own lines are not shown again. */
    boolean echoes();

    /**
     * Asks for a password in place of the line, with the next {@link #flush}.
     *
     * @param question stands in front of it
     */
    void askPassword(String question);

    /** The server may be about to ask for a password: keys are kept for that. */
    void holdPassword();

    /** The server refused a password, and is about to ask again: what was typed behind that one belongs to nothing. */
    void holdPasswordAnew();

    /** The server does not ask for a password, or no more: keys belong to the line again. */
    void settlePassword();

    /** The same, but the next line that is no command may be a password all the same: it is not taken, nor remembered. */
    void withholdLine();

    /** Whether a password can be typed without being seen; else the next line is it. */
    boolean masks();

    /** Puts lines where the Up key finds them, the last one first. */
    void remember(List<String> lines);

    /** Whether there is an Up key. */
    boolean remembers();

    /** Empties the screen. */
    void clear();

    /** Uses other colours; false if there are none. */
    boolean theme(Theme theme);

    /** Reads no more. */
    void stopReading();
}
