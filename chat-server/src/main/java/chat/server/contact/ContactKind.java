package chat.server.contact;

/** What a list of others is for, which decides what tells those on it apart. */
public enum ContactKind {
    /** Whom somebody does not want to read, under whatever name. */
    IGNORED(0) {
        @Override
        public String subjectOf(Contact contact) {
            return contact.subject();
        }
    },

    /** Whose coming somebody waits for, by the name under which they come. */
    AWAITED(1) {
        @Override
        public String subjectOf(Contact contact) {
            return "name:" + contact.name().folded();
        }
    };

    private final int code;

    ContactKind(int code) {
        this.code = code;
    }

    /** By which it is stored; never changes. */
    public int code() {
        return code;
    }

    /**
     * Tells contacts apart on one list of this kind, and for ever.
     *
     * @param contact on such a list
     */
    public abstract String subjectOf(Contact contact);
}
