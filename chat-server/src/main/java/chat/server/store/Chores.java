package chat.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the writer does its chores: after it has been idle for a moment, or in between, but never for more than a twentieth of
 * its time. On its thread.
 */
final class Chores {
    /** How long nothing has to come before the writer is idle, in milliseconds. */
    static final long IDLE_MILLIS = 20;

    /** So many rows are too many to wait for that. */
    static final long MANY = 256;

    private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(250);
    /** With thousands of rooms a look is work, too. */
    private static final long NANOS_BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long NANOS_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(5);

    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    private final Transaction transaction;
    private final List<Chore> chores;
    private long notBefore = System.nanoTime();
    private long ended = notBefore;
    private boolean failed;

    Chores(Connection connection, List<Chore> chores) {
        this.transaction = new Transaction(connection);
        this.chores = chores;
    }

    /** The writer has nothing else to do: one slice; whether there may be more. */
    boolean whenIdle() {
        if (failed && System.nanoTime() - notBefore < 0) {
            return false;
        }
        boolean more = false;
        for (Chore chore : chores) {
            more |= slice(chore, 1);
        }
        return more;
    }

    /** The writer comes from a batch, and may have another one to write. */
    void inBetween() {
        long now = System.nanoTime();
        if (now - notBefore < 0) {
            return;
        }
        notBefore = now + NANOS_BETWEEN_LOOKS;
        for (Chore chore : chores) {
            slice(chore, now - ended > NANOS_BETWEEN ? 1 : MANY);
        }
    }

    /** Whether a slice was done. */
    private boolean slice(Chore chore, long atLeast) {
        long began = System.nanoTime();
        try {
            if (chore.backlog() < atLeast) {
                return false;
            }
            transaction.run(() -> {
                chore.slice();
                return true;
            });
            chore.commit();
            failed = false;
        } catch (SQLException | RuntimeException e) { // a row that makes no sense must not end the writer
            undo(chore, e);
        }
        ended = System.nanoTime();
        notBefore = ended + (failed ? NANOS_AFTER_FAILURE : Math.max(NANOS_BETWEEN_LOOKS, 19 * (ended - began)));
        return !failed;
    }

    private void undo(Chore chore, Exception e) {
        chore.rollBack();
        if (!failed) {
            LOG.warn("The history cannot be tidied at the moment: {}", e.getMessage());
        }
        failed = true;
    }
}
