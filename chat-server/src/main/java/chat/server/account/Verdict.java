package chat.server.account;

/** What comes of a password. */
public sealed interface Verdict {
    /**
     * It was right.
     *
     * @param account whose it is
     * @param hash what is kept of it, so that it can be changed if it is still that one
     */
    record Right(Account account, String hash) implements Verdict {
        /** Without the hash, which no log should have. */
        @Override
        public String toString() {
            return "Right[account=" + account + "]";
        }
    }

    /** It was wrong, or nobody has the name: nobody is told which. */
    record Wrong() implements Verdict {}

    /**
     * It was not looked at, after many that were wrong.
     *
     * @param seconds after how many the next one may come
     */
    record Wait(long seconds) implements Verdict {}

    /** It was not looked at, since too many wait. */
    record Busy() implements Verdict {}
}
