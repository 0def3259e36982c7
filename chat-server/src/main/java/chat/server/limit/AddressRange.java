package chat.server.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one alone, {@code 192.0.2.7}.
 * Immutable.
 */
public final class AddressRange {
    /** What could be an address and no name: nothing here is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final Pattern DOTTED = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    /** This machine itself. */
    public static final List<AddressRange> LOOPBACK = List.of(parse("127.0.0.0/8"), parse("::1"));

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads a range.
     *
     * @param text as the class says
     * @return the range
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        try {
            if (LITERAL.matcher(address).matches()
                    && (address.indexOf(':') >= 0 || DOTTED.matcher(address).matches())) {
                byte[] network = InetAddress.getByName(address).getAddress();
                int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= network.length * 8) {
                    return new AddressRange(network, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(text + " (expected: an address like 192.0.2.7 or a range like 10.0.0.0/8)");
    }

    /**
     * Whether an address is one of these.
     *
     * @param address any
     */
    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        if (Arrays.mismatch(network, 0, whole, other, 0, whole) >= 0) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || ((network[whole] ^ other[whole]) & 0xFF) >> (8 - rest) == 0;
    }

    /** Whether every address of its kind is in it. */
    public boolean isEverything() {
        return bits == 0;
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // four or sixteen bytes are an address
        }
    }
}
