package chat.server.doctor;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The machine, and the Java on it. */
public final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long LITTLE_HEAP = 100L << 20;

    private MachineChecks() {}

    /**
     * Looks at them.
     *
     * @param java the version of Java, as {@code Runtime.version().feature()} has it
     * @param heap the most memory that Java takes, in bytes
     * @param zone the time zone that people read times in
     * @return what came out
     */
    public static List<Finding> of(int java, long heap, ZoneId zone) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                java < OLDEST_JAVA
                        ? Finding.fail("Java " + java, "install Java " + OLDEST_JAVA + " or newer")
                        : Finding.ok("Java " + Runtime.version()));
        if (heap < LITTLE_HEAP) {
            findings.add(Finding.warn(
                    "heap: " + (heap >> 20) + " MB is little for many people",
                    "give Java more, for instance -Xmx200m"));
        }
        findings.add(Finding.ok("time zone: " + zone + "; people read times in it"));
        return findings;
    }
}
