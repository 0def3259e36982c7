package chat.client.config;

/** When to use colour. */
public enum ColorChoice {
    /** If the terminal can, and nobody has said no. */
    AUTO,
    /** Whatever the terminal. */
    ALWAYS,
    /** Not at all. */
    NEVER
}
