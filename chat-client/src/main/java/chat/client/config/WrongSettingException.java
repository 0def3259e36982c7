package chat.client.config;

/** Something is set to what it cannot be. */
public final class WrongSettingException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param sentence for people: where, what, and what was expected
     */
    public WrongSettingException(String sentence) {
        super(sentence);
    }

    /** For people: where, what, and what was expected. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
