package chat.server.store;

import java.sql.SQLException;

/** What the writer does when nobody waits for it, in slices of a few milliseconds. On its thread. */
interface Chore {
    /** How many rows are to be done, about; 0 for none. */
    long backlog() throws SQLException;

    /** Does some of them; the writer commits. */
    void slice() throws SQLException;

    /** The slice is kept. */
    void commit();

    /** The slice is not kept. */
    void rollBack();
}
