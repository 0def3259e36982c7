package chat.client.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A password, for as long as the program runs. It shows itself nowhere by accident. Immutable but for {@link #wipe}. */
public final class Password {
    /** What stands for a password wherever a line with one is shown; as long for each. */
    public static final String MASK = "********";

    private final char[] characters;

    /**
     * Keeps a copy.
     *
     * @param characters what it is
     */
    public Password(char[] characters) {
        this.characters = characters.clone();
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** Whether it can stand in a command among other words: there is something in it, and no blank. */
    public boolean isOneWord() {
        for (char c : characters) {
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return false;
            }
        }
        return !isEmpty();
    }

    /** What goes to the server, and nowhere else. */
    public String reveal() {
        return new String(characters);
    }

    /** Lets go of it. */
    public void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Password password && Arrays.equals(characters, password.characters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(characters);
    }

    /** Never what it is. */
    @Override
    public String toString() {
        return MASK;
    }
}
