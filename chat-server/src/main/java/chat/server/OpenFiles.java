package chat.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files the system lets this process open. A connection is one. */
final class OpenFiles {
    /** What the process needs besides its connections: jars, logs, the event loops' own. */
    private static final int FOR_ITSELF = 200;

    /** A fifth is for browsers that load the page: as many as {@code ConnectionLimits.forPages} allows beside the others. */
    private static final double FOR_PEOPLE = 0.8;

    private OpenFiles() {}

    /** How many connections of people there can be; at least 1, and {@link Integer#MAX_VALUE} where nobody knows. */
    static int forConnections() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            double most = (unix.getMaxFileDescriptorCount() - FOR_ITSELF) * FOR_PEOPLE;
            return (int) Math.max(1, Math.min(most, Integer.MAX_VALUE));
        }
        return Integer.MAX_VALUE;
    }
}
