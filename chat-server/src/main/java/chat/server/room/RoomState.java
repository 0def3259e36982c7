package chat.server.room;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * What is kept about a room beside its entries. Immutable.
 *
 * @param topic what it is about, printable; empty for nothing
 * @param key what the key that opens it is checked against, see {@link RoomKey}; empty if the room is open to all
 * @param owners the {@linkplain Member#account accounts} that look after it, at most {@value #MOST_OWNERS}; if there are
 *     none, whoever has been here longest does
 * @param invited the accounts that may come in without the key, until they leave, at most {@value #MOST_INVITED}
 */
public record RoomState(String topic, String key, Set<Long> owners, Set<Long> invited) {
    /** How many people may look after a room. */
    public static final int MOST_OWNERS = 50;

    /** How many registered people are invited at a time; the first is the first to be forgotten. */
    static final int MOST_INVITED = 200;

    /** A room that nobody has changed. */
    public static final RoomState NEW = new RoomState("", "");

    /** Copies the sets. */
    public RoomState {
        owners = Set.copyOf(owners);
        invited = Collections.unmodifiableSet(new LinkedHashSet<>(invited));
    }

    /**
     * A room that belongs to nobody.
     *
     * @param topic what it is about
     * @param key as in {@link #key}
     */
    public RoomState(String topic, String key) {
        this(topic, key, Set.of(), Set.of());
    }

    /** Whether only those come in who are invited or have the key. */
    public boolean isLocked() {
        return !key.isEmpty();
    }

    RoomState withTopic(String text) {
        return new RoomState(text, key, owners, invited);
    }

    RoomState withKey(String lock) {
        return new RoomState(topic, lock, owners, invited);
    }

    RoomState withOwner(long account) {
        Set<Long> more = new LinkedHashSet<>(owners);
        more.add(account);
        return new RoomState(topic, key, more, invited);
    }

    RoomState withoutOwner(long account) {
        Set<Long> fewer = new LinkedHashSet<>(owners);
        fewer.remove(account);
        return new RoomState(topic, key, fewer, invited);
    }

    RoomState withInvited(long account) {
        Set<Long> more = new LinkedHashSet<>(invited);
        more.remove(account);
        more.add(account);
        if (more.size() > MOST_INVITED) {
            more.remove(more.iterator().next());
        }
        return new RoomState(topic, key, owners, more);
    }

    RoomState withoutInvited(long account) {
        Set<Long> fewer = new LinkedHashSet<>(invited);
        fewer.remove(account);
        return new RoomState(topic, key, owners, fewer);
    }

    RoomState without(LongPredicate gone) {
        Set<Long> fewerOwners = new LinkedHashSet<>(owners);
        fewerOwners.removeIf(gone::test);
        Set<Long> fewerInvited = new LinkedHashSet<>(invited);
        fewerInvited.removeIf(gone::test);
        return new RoomState(topic, key, fewerOwners, fewerInvited);
    }

    RoomState withoutInvitations() {
        return new RoomState(topic, key, owners, Set.of());
    }
}
