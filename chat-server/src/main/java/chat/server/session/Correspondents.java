package chat.server.session;

import chat.server.limit.TokenBucket;

/**
 * To whom a session has written lately: to write on to them is no new conversation. Only the latest {@value #MOST} are
 * remembered. On the session's event loop.
 */
final class Correspondents {
    static final int MOST = 32;

    private final TokenBucket bucket;
    private final long[] ids = new long[MOST]; // the latest first
    private int size;

    /**
     * Begins without anybody.
     *
     * @param bucket how many more there may be
     */
    Correspondents(TokenBucket bucket) {
        this.bucket = bucket;
    }

    /** How many seconds the session has to wait before it may write to another one; 0 if it may now, and will. */
    long secondsTo(long id, long now) {
        if (size > 0 && ids[0] == id) {
            return 0;
        }
        int at = indexOf(id);
        if (at < 0) {
            if (!bucket.tryTake(now)) {
                return bucket.waitSeconds(now);
            }
            at = size < MOST ? size++ : MOST - 1;
        }
        System.arraycopy(ids, 0, ids, 1, at);
        ids[0] = id;
        return 0;
    }

    private int indexOf(long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }
}
