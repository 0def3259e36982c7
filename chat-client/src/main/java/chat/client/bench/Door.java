package chat.client.bench;

import chat.common.Limits;
import java.util.Locale;

/** How the members talk to the server. */
enum Door {
    /** Plain text, as a person's terminal does. */
    TEXT,
    /** The same way in, with JSON from the server, as a program does. */
    JSON,
    /** The WebSocket of the web page: the same JSON, in frames. */
    WEB;

    /**
     * Finds one.
     *
     * @param name as people type it
     * @throws IllegalArgumentException with a sentence for people if there is none
     */
    static Door of(String name) {
        for (Door door : values()) {
            if (door.toString().equals(name)) {
                return door;
            }
        }
        throw new IllegalArgumentException("door: " + name + " (expected: text, json or web)");
    }

    /** Whether the server writes JSON. */
    boolean isJson() {
        return this != TEXT;
    }

    /** The longest line that the server may write, in bytes: one of JSON may have the names of all. */
    int longestLine() {
        return isJson() ? Limits.MAX_JSON_LINE_BYTES : Limits.MAX_SERVER_LINE_BYTES;
    }

    /** What a member asks for before anything else. */
    String greeting() {
        return this == JSON ? "/format json\n" : "";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
