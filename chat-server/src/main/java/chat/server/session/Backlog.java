package chat.server.session;

/** What rooms have said and a session has not read yet. On the session's event loop. */
@FunctionalInterface
interface Backlog {
    /** Writes, without a flush, as much as the channel takes; whether nothing is left. */
    boolean write();
}
