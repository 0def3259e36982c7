package chat.server.net.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns before a certificate ends and when it has ended, once each. Not thread-safe. */
final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Path file;
    private Stage said = Stage.FAR;

    /** How near the end is. */
    private enum Stage {
        FAR,
        WEEKS,
        DAYS,
        OVER;

        static Stage with(Duration left) {
            if (left.compareTo(Duration.ZERO) <= 0) {
                return OVER;
            }
            if (left.compareTo(Duration.ofDays(3)) <= 0) {
                return DAYS;
            }
            return left.compareTo(Duration.ofDays(14)) <= 0 ? WEEKS : FAR;
        }
    }

    /**
     * Begins with nothing said.
     *
     * @param file where the certificate is
     */
    Expiry(Path file) {
        this.file = file;
    }

    /**
     * Warns if there is something new to say.
     *
     * @param validUntil when the certificate ends that is served
     * @param now the time
     */
    void look(Instant validUntil, Instant now) {
        Stage stage = Stage.with(Duration.between(now, validUntil));
        if (stage.compareTo(said) > 0) {
            warn(stage, validUntil, ChronoUnit.DAYS.between(now, validUntil));
        }
        said = stage; // a new certificate begins anew
    }

    private void warn(Stage stage, Instant validUntil, long days) {
        if (stage == Stage.OVER) {
            LOG.warn(
                    "The TLS certificate in {} has expired on {}, and clients refuse it. Put a new one and its key there;"
                            + " the server takes them without a restart",
                    file,
                    validUntil);
        } else {
            LOG.warn(
                    "The TLS certificate in {} ends in {}, on {}. Renew it in time; the server takes the new files without"
                            + " a restart",
                    file,
                    days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days",
                    validUntil);
        }
    }
}
