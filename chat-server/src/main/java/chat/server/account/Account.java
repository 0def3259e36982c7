package chat.server.account;

import chat.common.UserName;
import java.time.Instant;

/**
 * A name that is somebody's own. Immutable.
 *
 * @param id tells accounts apart for ever; greater than {@link #NONE}
 * @param name the name
 * @param operator whether its owner looks after the server
 * @param since when it was registered
 */
public record Account(long id, UserName name, boolean operator, Instant since) {
    /** The account of those who have not logged in. */
    public static final long NONE = 0;

    /**
     * The same with another role.
     *
     * @param operates whether its owner looks after the server
     */
    public Account withOperator(boolean operates) {
        return new Account(id, name, operates, since);
    }
}
