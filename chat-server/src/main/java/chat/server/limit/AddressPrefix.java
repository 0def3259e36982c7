package chat.server.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Addresses that begin with the same bits, as a key that can be looked up: {@code 192.0.2.7}, {@code 10.0.0.0/8}, {@code
 * 2001:db8::/64}.
 *
 * @param v6 whether they are of IPv6
 * @param bits how many bits count
 * @param high the first 64 of them, the others zero; of IPv4 in the first 32
 * @param low the last 64 of IPv6
 */
public record AddressPrefix(boolean v6, int bits, long high, long low) {
    /** Forgets the bits that do not count. */
    public AddressPrefix {
        high &= mask(Math.min(bits, 64));
        low &= mask(Math.max(0, bits - 64));
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (64 - bits);
    }

    /**
     * The first bits of an address.
     *
     * @param address any
     * @param bits how many, at most as many as it has
     * @return all that share them
     */
    public static AddressPrefix of(InetAddress address, int bits) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address
                ? new AddressPrefix(true, bits, bytes.getLong(), bytes.getLong())
                : new AddressPrefix(false, bits, (long) bytes.getInt() << 32, 0);
    }

    /**
     * What counts as one customer's, see {@link AddressKey}.
     *
     * @param address any
     * @return all addresses that are likely the same people's
     */
    public static AddressPrefix ofCustomer(InetAddress address) {
        return of(address, address instanceof Inet6Address ? 64 : 32);
    }

    /**
     * Reads one.
     *
     * @param text as {@link AddressRange#parse} reads it; never looked up as a name
     * @return the addresses; of one of IPv6 alone, its customer's
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static AddressPrefix parse(String text) {
        AddressRange.parse(text); // checks it
        int slash = text.indexOf('/');
        try {
            InetAddress address = InetAddress.getByName(slash < 0 ? text : text.substring(0, slash));
            return slash < 0 ? ofCustomer(address) : of(address, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /**
     * Whether all of other addresses are among these.
     *
     * @param other which
     */
    public boolean contains(AddressPrefix other) {
        return v6 == other.v6 && bits <= other.bits && equals(new AddressPrefix(v6, bits, other.high, other.low));
    }

    /**
     * Whether an address is among these.
     *
     * @param address any
     */
    public boolean contains(InetAddress address) {
        return contains(of(address, address instanceof Inet6Address ? 128 : 32));
    }

    /**
     * Whether some addresses are among both.
     *
     * @param other which
     */
    public boolean overlaps(AddressPrefix other) {
        return contains(other) || other.contains(this);
    }

    @Override
    public String toString() {
        ByteBuffer bytes = v6
                ? ByteBuffer.allocate(16).putLong(high).putLong(low)
                : ByteBuffer.allocate(4).putInt((int) (high >>> 32));
        try {
            String address = InetAddress.getByAddress(bytes.array()).getHostAddress();
            return bits == (v6 ? 128 : 32) ? address : address + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // four or sixteen bytes are an address
        }
    }
}
