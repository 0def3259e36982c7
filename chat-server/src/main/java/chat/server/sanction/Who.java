package chat.server.sanction;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.name.Lookalikes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody when it is asked whether they may come in or write. Immutable.
 *
 * @param name what they are called, or want to be
 * @param looks what the name looks like, see {@link Lookalikes#fromAfar}
 * @param account the account they have logged in to; {@link Account#NONE} for guests
 * @param registered when that account was registered; {@link Instant#MIN} for guests
 * @param address where they come from; null if that is not known
 * @param held the numbers of sanctions that have hit them under another name
 */
public record Who(
        UserName name,
        Set<String> looks,
        long account,
        Instant registered,
        @Nullable InetAddress address,
        Set<Long> held) {
    /**
     * Somebody.
     *
     * @param name what they are called
     * @param account what they have logged in to; null for guests
     * @param address where they come from; null if that is not known
     * @return what is known of them
     */
    public static Who of(UserName name, @Nullable Account account, @Nullable SocketAddress address) {
        InetAddress internet = address instanceof InetSocketAddress socket ? socket.getAddress() : null;
        return new Who(
                name,
                Lookalikes.fromAfar(name),
                account == null ? Account.NONE : account.id(),
                account == null ? Instant.MIN : account.since(),
                internet,
                Set.of());
    }

    /**
     * The same, hit by some sanctions whatever they are called now.
     *
     * @param numbers theirs; copied
     */
    public Who withHeld(Set<Long> numbers) {
        return new Who(name, looks, account, registered, address, Set.copyOf(numbers));
    }

    /** The same, had they not logged in. */
    Who asGuest() {
        return new Who(name, looks, Account.NONE, Instant.MIN, address, held);
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
