package chat.client.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * The server under load. Its name is resolved once, so that what was checked is what is connected to. Immutable.
 *
 * @param address where it is
 */
record Target(InetSocketAddress address) {
    /**
     * Finds a server.
     *
     * @param host its name or address
     * @param port its port
     * @throws IllegalArgumentException with a sentence for people if the port cannot be one
     * @throws BenchException if there is no such host
     */
    static Target of(String host, int port) throws BenchException {
        BenchOptions.check("PORT", port, 1, 65535);
        try {
            return new Target(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new BenchException("Cannot connect to " + host + ": there is no such host.");
        }
    }

    /** Whether it is on this machine and cannot be anywhere else. */
    boolean isLoopback() {
        return address.getAddress().isLoopbackAddress();
    }

    @Override
    public String toString() {
        return address.getHostString() + " port " + address.getPort();
    }
}
