package chat.server.session;

import chat.server.account.Account;

/** Hears who comes and goes. On the session's event loop, must not wait. */
public interface Comings {
    /**
     * A session goes by a name from now on, the first or another one.
     *
     * @param session whose
     */
    default void named(Session session) {}

    /**
     * A person goes by a name who did not before, by whichever of their sessions; told behind {@link #named}.
     *
     * @param session the first one under that name
     */
    default void came(Session session) {}

    /**
     * Somebody has logged in, and goes by the name of the account.
     *
     * @param session theirs; its answer is written when this has returned
     */
    default void loggedIn(Session session) {}

    /**
     * A session is not one of an account's owner any more, but of a guest, or of the owner of another.
     *
     * @param session which
     * @param former the account
     */
    default void loggedOut(Session session, Account former) {}

    /**
     * A session has ended, which may have had no name.
     *
     * @param session which
     */
    default void left(Session session) {}
}
