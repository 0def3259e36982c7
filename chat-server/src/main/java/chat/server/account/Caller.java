package chat.server.account;

import chat.server.limit.AddressKey;
import chat.server.limit.AddressPrefix;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whence somebody types a password.
 *
 * @param address what counts of their address
 * @param network its surroundings, which are likely one provider's or one attacker's
 * @param place its mark, by which the owner of an account is known to have logged in from there before
 * @param exempt whether so many share the address that limits for one address do not apply
 * @param there whether anybody waits for the answer; asked on any thread
 */
public record Caller(Object address, Object network, long place, boolean exempt, BooleanSupplier there) {
    private static final int NETWORK_BITS = 24;
    private static final int NETWORK_BITS_V6 = 48;

    private enum Staying implements BooleanSupplier {
        ALWAYS;

        @Override
        public boolean getAsBoolean() {
            return true;
        }
    }

    /**
     * Somebody of whose address no more is known, who always waits for the answer.
     *
     * @param address what counts of it
     * @param place its mark
     */
    public Caller(Object address, long place) {
        this(address, address, place, false, Staying.ALWAYS);
    }

    /**
     * Somebody who comes from an address.
     *
     * @param address theirs; null is an address, too
     * @param place its mark
     * @return the caller
     */
    public static Caller from(@Nullable SocketAddress address, long place) {
        if (!(address instanceof InetSocketAddress internet) || internet.getAddress() == null) {
            return new Caller(String.valueOf(address), place);
        }
        InetAddress ip = internet.getAddress();
        AddressPrefix network = AddressPrefix.of(ip, ip instanceof Inet6Address ? NETWORK_BITS_V6 : NETWORK_BITS);
        return new Caller(AddressKey.of(ip), network, place, false, Staying.ALWAYS);
    }

    /**
     * The same.
     *
     * @param isExempt whether limits for one address do not apply
     * @return a copy
     */
    public Caller withExempt(boolean isExempt) {
        return new Caller(address, network, place, isExempt, there);
    }

    /**
     * The same, who may leave.
     *
     * @param isThere whether they are still there
     * @return a copy
     */
    public Caller withThere(BooleanSupplier isThere) {
        return new Caller(address, network, place, exempt, isThere);
    }
}
