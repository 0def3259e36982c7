package chat.server.sanction;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.name.Lookalikes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody when it is asked whether they may come in or write. Immutable.
 *
 * @param name what they are called, or want to be
 * @param looks what the name looks like, see {@link Lookalikes#skeletons}
 * @param account the account they have logged in to; {@link Account#NONE} for guests
 * @param address where they come from; null if that is not known
 */
public record Who(
        UserName name,
        Set<String> looks,
        long account,
        @Nullable InetAddress address) {
    /**
     * Somebody.
     *
     * @param name what they are called
     * @param account as in {@link #account}
     * @param address where they come from; null if that is not known
     * @return what is known of them
     */
    public static Who of(UserName name, long account, @Nullable SocketAddress address) {
        InetAddress internet = address instanceof InetSocketAddress socket ? socket.getAddress() : null;
        return new Who(name, Lookalikes.skeletons(name), account, internet);
    }

    /** Whether they have not logged in. */
    public boolean isGuest() {
        return account == Account.NONE;
    }

    /** What counts as their address; null if it is not known. */
    public @Nullable AddressPrefix customer() {
        return address == null ? null : AddressPrefix.ofCustomer(address);
    }
}
