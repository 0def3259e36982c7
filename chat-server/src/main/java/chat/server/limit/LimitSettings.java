package chat.server.limit;

import java.time.Duration;

/**
 * Every limit of a server. Immutable.
 *
 * @param connections who may connect
 * @param registrations how often one address may register a name, unless it is exempt from those on connections
 * @param pace how fast one session may write
 * @param nameTimeout how long a connection may stay without a name; zero for ever
 * @param peerTimeout about how long a machine may be gone before its connection is, 8 seconds to 18 hours; zero for as
 *     long as the system likes
 * @param maxPendingBytes how much output may wait for all sessions together
 */
public record LimitSettings(
        ConnectionLimits connections,
        Rate registrations,
        PaceLimits pace,
        Duration nameTimeout,
        Duration peerTimeout,
        long maxPendingBytes) {
    /** More than any memory. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final Duration SHORTEST_PEER_TIMEOUT = Duration.ofSeconds(8);

    /** The system takes 32767 seconds at most for what is half of it. */
    private static final Duration LONGEST_PEER_TIMEOUT = Duration.ofHours(18);

    private static final long LEAST_PENDING = 1 << 20;

    /** Checks the values. */
    public LimitSettings {
        if (nameTimeout.isNegative()) {
            throw new IllegalArgumentException("name-timeout: " + nameTimeout + " (expected: zero or more)");
        }
        if (!peerTimeout.isZero()
                && (peerTimeout.compareTo(SHORTEST_PEER_TIMEOUT) < 0
                        || peerTimeout.compareTo(LONGEST_PEER_TIMEOUT) > 0)) {
            throw new IllegalArgumentException("peer-timeout: " + peerTimeout.toSeconds() + "s (expected: "
                    + SHORTEST_PEER_TIMEOUT.toSeconds() + "s to " + LONGEST_PEER_TIMEOUT.toHours() + "h, or none)");
        }
        if (maxPendingBytes < LEAST_PENDING) {
            throw new IllegalArgumentException("max-pending: " + maxPendingBytes + " bytes (expected: 1m or more)");
        }
    }

    /** What holds when nobody says otherwise. */
    public static LimitSettings defaults() {
        return new LimitSettings(
                ConnectionLimits.defaults(),
                Rate.parse("60+60/h"),
                PaceLimits.defaults(),
                Duration.ofMinutes(2),
                Duration.ofMinutes(2),
                defaultPending(Runtime.getRuntime().maxMemory()));
    }

    /** A quarter of the heap, which bounds the memory outside of it likewise; but no more than a chat can use. */
    static long defaultPending(long heap) {
        return Math.max(LEAST_PENDING, Math.min(heap / 4, 256L << 20));
    }

    /** No limits but the one on machines that are gone. */
    public static LimitSettings none() {
        return new LimitSettings(
                ConnectionLimits.none(),
                Rate.UNLIMITED,
                PaceLimits.none(),
                Duration.ZERO,
                Duration.ofMinutes(2),
                UNLIMITED);
    }

    /**
     * The same with other limits on connections.
     *
     * @param connections see the class
     * @return a copy
     */
    public LimitSettings withConnections(ConnectionLimits connections) {
        return new LimitSettings(connections, registrations, pace, nameTimeout, peerTimeout, maxPendingBytes);
    }

    /**
     * The same with other limits on how fast a session may write.
     *
     * @param pace see the class
     * @return a copy
     */
    public LimitSettings withPace(PaceLimits pace) {
        return new LimitSettings(connections, registrations, pace, nameTimeout, peerTimeout, maxPendingBytes);
    }

    /**
     * The same with another time for a name.
     *
     * @param nameTimeout see the class
     * @return a copy
     */
    public LimitSettings withNameTimeout(Duration nameTimeout) {
        return new LimitSettings(connections, registrations, pace, nameTimeout, peerTimeout, maxPendingBytes);
    }

    /**
     * The same with another time for machines that are gone.
     *
     * @param peerTimeout see the class
     * @return a copy
     */
    public LimitSettings withPeerTimeout(Duration peerTimeout) {
        return new LimitSettings(connections, registrations, pace, nameTimeout, peerTimeout, maxPendingBytes);
    }

    /**
     * The same with another ceiling for what waits to be sent.
     *
     * @param maxPendingBytes see the class
     * @return a copy
     */
    public LimitSettings withMaxPendingBytes(long maxPendingBytes) {
        return new LimitSettings(connections, registrations, pace, nameTimeout, peerTimeout, maxPendingBytes);
    }
}
