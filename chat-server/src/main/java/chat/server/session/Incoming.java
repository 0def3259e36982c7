package chat.server.session;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is on its way to a session from other event loops, so that it stays bounded. Any thread. */
final class Incoming extends AtomicInteger {
    private static final long serialVersionUID = 1;

    /** How many may be on their way at a time. */
    private static final int MOST = 64;

    /** Whether one more may come; if so, {@link #leave} follows. */
    boolean enter() {
        if (incrementAndGet() <= MOST) {
            return true;
        }
        decrementAndGet();
        return false;
    }

    /** One has come. */
    void leave() {
        decrementAndGet();
    }
}
