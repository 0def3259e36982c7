package chat.server;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

/** The address by which this machine goes on its network, for people on other machines to type. */
final class OwnAddress {
    /** Any address outside would do: one for examples (RFC 5737). */
    private static final byte[] OUTSIDE = {(byte) 192, 0, 2, 1};

    private static final int ANY_PORT = 9;

    private OwnAddress() {}

    /** Asks which address a packet to elsewhere would leave with, and sends none; empty without a network. */
    static Optional<InetAddress> find() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(OUTSIDE), ANY_PORT));
            return Optional.of(socket.getLocalAddress())
                    .filter(address -> !address.isAnyLocalAddress() && !address.isLoopbackAddress());
        } catch (SocketException | UnknownHostException | UncheckedIOException e) {
            return Optional.empty(); // there is no way out
        }
    }
}
