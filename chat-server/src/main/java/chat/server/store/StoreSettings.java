package chat.server.store;

import chat.server.mail.MailStore;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where history is kept, and how much of it.
 *
 * @param directory made if it is not there
 * @param keep how long; zero for as long as there is room
 * @param keepBytes how large the file may become, in bytes; 0 for any size
 * @param latest how many messages each room has in memory right after the start
 * @param mailKeep how long private messages wait for somebody who is away
 */
public record StoreSettings(Path directory, Duration keep, long keepBytes, int latest, Duration mailKeep) {
    private static final int LATEST = 20;
    private static final long LEAST_BYTES = 1L << 20;

    /** Checks the values. */
    public StoreSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("keep: " + keep + " (expected: no less than 0)");
        }
        if (mailKeep.isNegative() || mailKeep.isZero()) {
            throw new IllegalArgumentException("mail-keep: " + mailKeep + " (expected: more than 0)");
        }
        if (keepBytes != 0 && keepBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("keep-size: " + keepBytes + " (expected: 1M or more)");
        }
    }

    /**
     * Everything, for ever.
     *
     * @param directory where
     * @return the settings
     */
    public static StoreSettings in(Path directory) {
        return new StoreSettings(directory, Duration.ZERO, 0, LATEST, MailStore.KEEP);
    }

    /**
     * The same with another age.
     *
     * @param keep see the class
     * @return a copy
     */
    public StoreSettings withKeep(Duration keep) {
        return new StoreSettings(directory, keep, keepBytes, latest, mailKeep);
    }

    /**
     * The same with another number of messages in memory.
     *
     * @param latest see the class
     * @return a copy
     */
    public StoreSettings withLatest(int latest) {
        return new StoreSettings(directory, keep, keepBytes, latest, mailKeep);
    }

    /**
     * The same with another size.
     *
     * @param keepBytes see the class
     * @return a copy
     */
    public StoreSettings withKeepBytes(long keepBytes) {
        return new StoreSettings(directory, keep, keepBytes, latest, mailKeep);
    }

    /**
     * The same with another age of private messages.
     *
     * @param mailKeep see the class
     * @return a copy
     */
    public StoreSettings withMailKeep(Duration mailKeep) {
        return new StoreSettings(directory, keep, keepBytes, latest, mailKeep);
    }
}
