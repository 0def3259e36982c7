package chat.common;

/** The sizes that both sides of the wire agree on. */
public final class Limits {
    /** The longest line a person may send, in bytes of UTF-8, its line end not counted. */
    public static final int MAX_LINE_BYTES = 4096;

    /**
     * The longest line a client has to take, in bytes: a line of {@link #MAX_LINE_BYTES} in which every byte was
     * invalid and became a three-byte U+FFFD, and room for the names in front.
     */
    public static final int MAX_SERVER_LINE_BYTES = 16 * 1024;

    /**
     * The longest JSON line a client has to take, in bytes: room for the names of far more than 10,000 people, each of
     * {@link #MAX_NAME_LENGTH} characters that take four bytes.
     */
    public static final int MAX_JSON_LINE_BYTES = 4 * 1024 * 1024;

    /** The longest user name, in characters as a person counts them (code points). */
    public static final int MAX_NAME_LENGTH = 24;

    /** The port that server and client use when none is named. */
    public static final int DEFAULT_PORT = 8090;

    /** The port that a client uses for TLS when none is named. */
    public static final int DEFAULT_TLS_PORT = 8443;

    private Limits() {}
}
