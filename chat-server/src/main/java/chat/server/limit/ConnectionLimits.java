package chat.server.limit;

import java.net.InetAddress;
import java.util.List;

/**
 * Who may connect, and how often. Immutable.
 *
 * @param most connections at a time, those of exempt addresses not counted; at least 1
 * @param mostPerAddress connections at a time from one address, or from one /64 of IPv6; at least 1
 * @param rate how often one address may connect
 * @param exempt addresses to which none of this applies
 */
public record ConnectionLimits(int most, int mostPerAddress, Rate rate, List<AddressRange> exempt) {
    /** No number that counts connections gets there. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** How many connections a browser opens at a time to load a page. */
    private static final int FOR_A_PAGE = 6;

    /** Which part of all connections may be those that load pages, and how many may be in any case. */
    private static final int PAGES_PART = 4;

    private static final int LEAST_PAGES = 4 * FOR_A_PAGE;

    private static final ConnectionLimits DEFAULTS =
            new ConnectionLimits(10_000, 64, Rate.parse("64+2/s"), AddressRange.LOOPBACK);

    /** Checks the values. */
    public ConnectionLimits {
        if (most < 1 || mostPerAddress < 1) {
            throw new IllegalArgumentException(
                    "connections: " + most + ", " + mostPerAddress + " (expected: 1 or more)");
        }
        exempt = List.copyOf(exempt);
    }

    /** What holds when nobody says otherwise. */
    public static ConnectionLimits defaults() {
        return DEFAULTS;
    }

    /** No limits. */
    public static ConnectionLimits none() {
        return new ConnectionLimits(UNLIMITED, UNLIMITED, Rate.UNLIMITED, List.of());
    }

    /**
     * What holds for connections by which browsers load pages, beside those by which people talk: several for each person,
     * for some seconds.
     */
    public ConnectionLimits forPages() {
        return new ConnectionLimits(
                most == UNLIMITED ? UNLIMITED : Math.max(LEAST_PAGES, most / PAGES_PART),
                mostPerAddress > UNLIMITED / FOR_A_PAGE ? UNLIMITED : mostPerAddress * FOR_A_PAGE,
                rate.times(FOR_A_PAGE),
                exempt);
    }

    /**
     * Whether none of this applies to an address.
     *
     * @param address any
     */
    public boolean isExempt(InetAddress address) {
        for (AddressRange range : exempt) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
