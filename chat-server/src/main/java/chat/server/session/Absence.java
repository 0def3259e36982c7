package chat.server.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * That a person is away, and what they want those to know who write to them alone: once each. Forgotten when they are back.
 * Thread-safe.
 */
public final class Absence {
    /** The longest text, in characters. */
    public static final int LONGEST = 200;

    /** Of how many it is remembered that they have been told; who was told before those may be once more. */
    private static final int MOST_TOLD = 1000;

    private final String text;
    private final Set<Long> told = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MOST_TOLD;
        }
    }));

    /**
     * Begins.
     *
     * @param text what others are told: 1 to {@value #LONGEST} characters, printable
     */
    public Absence(String text) {
        this.text = text;
    }

    /** What others are told. */
    public String text() {
        return text;
    }

    /**
     * Whether somebody has not been told yet; from now on they have.
     *
     * @param author the session or, if they have logged in, the account, as a number that no other author has
     */
    public boolean isNewTo(long author) {
        return told.add(author);
    }
}
