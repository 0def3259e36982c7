package chat.server.sanction;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.AddressPrefix;
import chat.server.name.Lookalikes;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a sanction hits. Immutable. */
public sealed interface Target {
    /** By what it is looked up: what somebody who is hit has one of. */
    Set<Object> keys();

    /** Whether somebody is hit. */
    boolean hits(Who who);

    /** How it is shown, and how {@code /unban} takes it. */
    String shown();

    /**
     * Somebody, by all that they can be known by.
     *
     * @param name the name, and so whatever looks like it: of guests also {@linkplain Lookalikes#fromAfar from afar}
     * @param looks what the name looks like from afar; kept, since it is compared often and takes long to find
     * @param account the account of that name; {@link Account#NONE} for none
     * @param addresses from where they have come: who is a guest is hit there whatever they are called, who has logged in is
     *     not
     */
    record Person(UserName name, Set<String> looks, long account, List<AddressPrefix> addresses) implements Target {
        /** Copies the set and the list. */
        public Person {
            looks = Set.copyOf(looks);
            addresses = List.copyOf(addresses);
        }

        /**
         * Somebody by their name.
         *
         * @param name the name
         * @param account the account of that name; {@link Account#NONE} for none
         * @param addresses from where they have come
         */
        public Person(UserName name, long account, List<AddressPrefix> addresses) {
            this(name, Lookalikes.fromAfar(name), account, addresses);
        }

        @Override
        public Set<Object> keys() {
            Set<Object> keys = new HashSet<>(looks);
            keys.addAll(addresses);
            if (account != Account.NONE) {
                keys.add(account);
            }
            return keys;
        }

        @Override
        public boolean hits(Who who) {
            if (!who.isGuest()) {
                // what is not alike from afar is not from near, which takes longer to find
                return who.account() == account
                        || (account == Account.NONE && isCalledLike(who) && Lookalikes.areAlike(who.name(), name));
            }
            AddressPrefix from = who.customer();
            return (from != null && addresses.contains(from)) || isCalledLike(who);
        }

        /** Whether it is about somebody themselves, by their account or name, and not only about where they come from. */
        public boolean isMeant(Who who) {
            return who.isGuest() ? isCalledLike(who) : hits(who);
        }

        private boolean isCalledLike(Who who) {
            return who.name().equals(name) || !Collections.disjoint(who.looks(), looks);
        }

        @Override
        public String shown() {
            return name.toString();
        }
    }

    /**
     * Everybody from some addresses.
     *
     * @param addresses which
     */
    record Net(AddressPrefix addresses) implements Target {
        @Override
        public Set<Object> keys() {
            return Set.of(addresses);
        }

        @Override
        public boolean hits(Who who) {
            return who.address() != null && addresses.contains(who.address());
        }

        @Override
        public String shown() {
            return addresses.toString();
        }
    }

    /** The name, if it is about one; null for addresses. */
    default @Nullable UserName person() {
        return this instanceof Person known ? known.name() : null;
    }
}
