package chat.server.moderation;

import chat.server.limit.AddressPrefix;
import chat.server.limit.AddressRange;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Addresses that must not be hit: of this machine, and of proxies, behind which everybody is. Of a large part of the net from
 * which proxies may connect, only those are spared that do: else nobody there could be banned. Any thread.
 */
final class Spared {
    /** From so many bits on a range is all proxies. */
    private static final int NARROW = 24;

    private static final int NARROW_V6 = 64;

    private final List<AddressPrefix> always;
    private final Supplier<Collection<InetAddress>> connected;

    /**
     * Begins.
     *
     * @param proxies from where proxies may connect
     * @param connected the addresses of proxies that have
     */
    Spared(List<AddressRange> proxies, Supplier<Collection<InetAddress>> connected) {
        this.always = Stream.concat(
                        AddressRange.LOOPBACK.stream().map(Spared::prefix),
                        proxies.stream().map(Spared::prefix).filter(Spared::isNarrow))
                .toList();
        this.connected = connected;
    }

    private static AddressPrefix prefix(AddressRange range) {
        return AddressPrefix.parse(range.toString());
    }

    private static boolean isNarrow(AddressPrefix range) {
        return range.bits() >= (range.v6() ? NARROW_V6 : NARROW);
    }

    /** Those that are spared now. */
    List<AddressPrefix> now() {
        return Stream.concat(always.stream(), connected.get().stream().map(AddressPrefix::ofCustomer))
                .distinct()
                .toList();
    }
}
