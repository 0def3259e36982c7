package chat.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells whether strangers can reach an address. */
final class Exposure {
    private Exposure() {}

    /** The first address that the whole internet may reach, of those that a server listens on; a guess without NAT. */
    static Optional<InetAddress> of(InetAddress listening) {
        return publicAmong(listening.isAnyLocalAddress() ? ofThisMachine() : List.of(listening));
    }

    static Optional<InetAddress> publicAmong(Collection<InetAddress> addresses) {
        return addresses.stream().filter(Exposure::isPublic).findFirst();
    }

    private static Collection<InetAddress> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException e) {
            return List.of(); // then nobody is warned
        }
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !isSharedOrLocal(address);
    }

    /** RFC 4193 for IPv6, and RFC 6598 for those behind their provider's NAT. */
    private static boolean isSharedOrLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return (bytes[0] & 0xfe) == 0xfc;
        }
        return bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
