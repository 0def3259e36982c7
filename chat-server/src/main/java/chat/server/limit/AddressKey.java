package chat.server.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * What counts as one address wherever addresses are counted: of IPv6 the first 64 bits, which is what one customer has,
 * of IPv4 all 32.
 *
 * @param v6 whether it is of IPv6
 * @param prefix the bits that count
 */
public record AddressKey(boolean v6, long prefix) {
    /**
     * The key of an address.
     *
     * @param address any
     * @return what counts of it
     */
    public static AddressKey of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new AddressKey(true, bytes.getLong())
                : new AddressKey(false, bytes.getInt());
    }
}
