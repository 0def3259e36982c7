package chat.server.account;

import chat.server.limit.AddressKey;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whence somebody types a password.
 *
 * @param address what counts of their address
 * @param place its mark, by which the owner of an account is known to have logged in from there before
 */
public record Caller(Object address, long place) {
    /**
     * Somebody who comes from an address.
     *
     * @param address theirs; null is an address, too
     * @param place its mark
     */
    public static Caller from(@Nullable SocketAddress address, long place) {
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? new Caller(AddressKey.of(internet.getAddress()), place)
                : new Caller(String.valueOf(address), place);
    }
}
