package chat.server;

import chat.server.limit.AddressRange;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags that change limits. */
final class LimitOptions {
    private static final String NONE = "none";

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            converter = Count.class,
            description = "Accept this many connections at a time. Default: 10000, or fewer if the system allows fewer "
                    + "open files.")
    private int maxConnections = Math.min(ConnectionLimits.defaults().most(), OpenFiles.forConnections());

    @Option(
            names = "--max-connections-per-address",
            paramLabel = "N",
            converter = Count.class,
            description = "Accept this many from one address, or one /64 of IPv6. Default: 64.")
    private int maxPerAddress = ConnectionLimits.defaults().mostPerAddress();

    @Option(
            names = "--connect-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Accept connections from one address this often. Default: 64+2/s, 64 at once and 2 a second.")
    private Rate connectRate = ConnectionLimits.defaults().rate();

    @Option(
            names = "--register-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Let one address register names this often. Default: 60+60/h.")
    private Rate registerRate = LimitSettings.defaults().registrations();

    @Option(
            names = "--exempt",
            paramLabel = "CIDR",
            split = ",",
            description =
                    "Apply the four limits above to all addresses but these. Separate several with commas, or repeat it. Default: "
                            + "127.0.0.0/8 and ::1, which it replaces. \"none\" exempts nobody.")
    private List<String> exempt = List.of();

    @Option(
            names = "--name-timeout",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Close a connection that has no name after this long. Default: 2m.")
    private Duration nameTimeout = LimitSettings.defaults().nameTimeout();

    @Option(
            names = "--peer-timeout",
            paramLabel = "TIME",
            converter = Time.class,
            description = "End the session of a machine that has not answered for about this long. Default: 2m.")
    private Duration peerTimeout = LimitSettings.defaults().peerTimeout();

    @Option(
            names = "--line-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Take lines of one session this often; more lines wait. Default: 60+5/s.")
    private Rate lineRate = PaceLimits.defaults().lines();

    @Option(
            names = "--flood-patience",
            paramLabel = "TIME",
            converter = Time.class,
            description = "End a session whose lines have had to wait for this long without a pause. Default: 10m.")
    private Duration floodPatience = PaceLimits.defaults().patience();

    @Option(
            names = "--name-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Let one session change its name this often. Default: 10+6/min.")
    private Rate nameRate = PaceLimits.defaults().names();

    @Option(
            names = "--private-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Let one session begin private conversations this often. Default: 20+10/min.")
    private Rate privateRate = PaceLimits.defaults().correspondents();

    @Option(
            names = "--room-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Let one session make new rooms this often. Default: 5+5/min.")
    private Rate roomRate = PaceLimits.defaults().rooms();

    @Option(
            names = "--failure-rate",
            paramLabel = "RATE",
            converter = Pace.class,
            description = "Take lines that fail this often; then the next lines wait. Default: 40+2/s.")
    private Rate failureRate = PaceLimits.defaults().failures();

    @Option(
            names = "--max-pending",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "Keep this much unsent output for all sessions together. Default: a quarter of the heap, "
                    + "256m at most.")
    private long maxPending = LimitSettings.defaults().maxPendingBytes();

    @Option(names = "--no-limits", description = "Lift every limit above but --peer-timeout, for load tests.")
    private boolean noLimits;

    /** Whether all limits are lifted. */
    boolean areLifted() {
        return noLimits;
    }

    /**
     * The limits that hold.
     *
     * @throws IllegalArgumentException if a value makes no sense; the message begins with the flag, without its dashes
     */
    LimitSettings settings() {
        LimitSettings chosen = new LimitSettings(
                new ConnectionLimits(maxConnections, maxPerAddress, connectRate, exempt()),
                registerRate,
                new PaceLimits(
                        lineRate,
                        floodPatience,
                        nameRate,
                        privateRate,
                        roomRate,
                        PaceLimits.defaults().removals(),
                        failureRate),
                nameTimeout,
                peerTimeout,
                maxPending);
        return noLimits ? LimitSettings.none().withPeerTimeout(peerTimeout) : chosen;
    }

    private List<AddressRange> exempt() {
        if (exempt.isEmpty()) {
            return AddressRange.LOOPBACK;
        }
        List<AddressRange> ranges = new ArrayList<>();
        for (String range : exempt) {
            if (!range.equals(NONE)) {
                ranges.add(exempt(range));
            }
        }
        return ranges;
    }

    private static AddressRange exempt(String range) {
        try {
            return AddressRange.parse(range);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("exempt: " + e.getMessage(), e);
        }
    }

    /** A number of connections, or none for no limit. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.equals(NONE)) {
                return ConnectionLimits.UNLIMITED;
            }
            if (!text.matches("[1-9]\\d{0,6}")) {
                throw new TypeConversionException(text + " (expected: 1 to 9999999; or none, for no limit)");
            }
            return Integer.valueOf(text);
        }
    }

    /** A rate, or none for no limit. */
    static final class Pace implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String text) {
            try {
                return Rate.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A time, or none for no limit. */
    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (text.equals(NONE)) {
                return Duration.ZERO;
            }
            if (!text.matches("[1-9]\\d{0,5}(ms|s|m|h)")) {
                throw new TypeConversionException(text + " (expected: a time like 90s or 2m; or none, for no limit)");
            }
            long number = Long.parseLong(text.replaceAll("\\D", ""));
            return switch (text.replaceAll("\\d", "")) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
    }

    /** A size in bytes, or none for no limit. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (text.equals(NONE)) {
                return LimitSettings.UNLIMITED;
            }
            if (!text.matches("[1-9]\\d{0,5}[kmg]")) {
                throw new TypeConversionException(text + " (expected: a size like 64m or 1g; or none, for no limit)");
            }
            int unit = "kmg".indexOf(text.charAt(text.length() - 1)) + 1;
            return Long.parseLong(text.substring(0, text.length() - 1)) << (10 * unit);
        }
    }
}
