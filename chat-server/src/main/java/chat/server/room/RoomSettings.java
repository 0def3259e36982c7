package chat.server.room;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a room is about and whom it lets in, as long as its people change nothing of that. Thread-safe. */
public final class RoomSettings {
    private final Invitations invitations = new Invitations();
    private final Function<RoomState, CompletableFuture<Void>> keep;
    private volatile RoomState state;

    /** The lock that holds if the one that is being kept cannot be. Guarded by this. */
    private String keptKey;

    /** Those who are invited again in that case. Guarded by this. */
    private final Set<Long> uninvited = new LinkedHashSet<>();

    private volatile HouseRules rules = HouseRules.NONE;

    /**
     * Begins as they were kept.
     *
     * @param keep as {@link RoomStore#keep}
     */
    RoomSettings(RoomState state, Function<RoomState, CompletableFuture<Void>> keep) {
        this.state = state;
        this.keptKey = state.key();
        this.keep = keep;
    }

    /** How they are now. */
    public RoomState now() {
        return state;
    }

    /**
     * Whether somebody may come in: the room is open, or they look after it, are invited, or know the key.
     *
     * @param member who
     * @param key what they say is the key; empty for none
     */
    public boolean admits(Member member, String key) {
        RoomState now = state;
        return !now.isLocked()
                || invitations.contains(member.id())
                || isOwner(member.account())
                || now.invited().contains(member.account())
                || (!key.isEmpty() && RoomKey.opens(key, now.key()));
    }

    /**
     * Somebody looks after the room because who did has left. If it is locked, and they are registered, they get in again after
     * a restart, though they may not know the key.
     */
    void inherited(Member heir) {
        if (state.isLocked() && heir.account() != Draft.UNREGISTERED) {
            invite(heir);
        }
    }

    /**
     * Lets only those in from now on who are invited or know the key. A former key is of no use any more, nor are former
     * invitations.
     *
     * @return the key, which nobody else knows, once the lock is kept; with a {@link NotKeptException} if it cannot be, and
     *     then the room lets in whom it let in before
     */
    public CompletableFuture<String> lock() {
        String key = RoomKey.random();
        Set<Long> former = invitations.all();
        return changeKey(RoomKey.lock(key)).thenApply(kept -> {
            invitations.remove(former);
            return key;
        });
    }

    /**
     * Lets everybody in from now on.
     *
     * @return completed when that is kept; as with {@link #lock} if it cannot be
     */
    public CompletableFuture<Void> unlock() {
        return changeKey("");
    }

    /** Who may write now, and how often. One volatile read. */
    public HouseRules rules() {
        return rules;
    }

    /**
     * Lets others write from now on, or at another speed.
     *
     * @param step makes the new rules of those until now
     */
    public synchronized void changeRules(UnaryOperator<HouseRules> step) {
        rules = step.apply(rules);
    }

    /** Whether an account looks after the room, whoever is here. */
    public boolean isOwner(long account) {
        return account != Draft.UNREGISTERED && state.owners().contains(account);
    }

    /** Whether somebody looks after the room by their account, and so nobody by having been here longest. */
    public boolean hasOwners() {
        return !state.owners().isEmpty();
    }

    /**
     * Whoever makes the room looks after it, also when they come again. Kept with the first thing that happens here.
     *
     * @param member who; guests look after it as long as they are here
     */
    public synchronized void madeBy(Member member) {
        if (member.account() != Draft.UNREGISTERED) {
            state = state.withOwner(member.account());
        }
    }

    /**
     * Gives the room somebody who looks after it.
     *
     * @param account whose
     * @return completed when that is kept; with a {@link NotKeptException} if it cannot be now
     */
    public CompletableFuture<Void> addOwner(long account) {
        return change(now -> now.withOwner(account));
    }

    /**
     * The opposite of {@link #addOwner}.
     *
     * @param account whose
     */
    public CompletableFuture<Void> removeOwner(long account) {
        return change(now -> now.withoutOwner(account));
    }

    /**
     * Forgets accounts that there are not any more: they neither look after the room nor are invited.
     *
     * @param gone tells which
     * @return completed when that is kept; as with {@link #addOwner} if it cannot be
     */
    public CompletableFuture<Void> forget(LongPredicate gone) {
        RoomState now = state;
        boolean known =
                Stream.concat(now.owners().stream(), now.invited().stream()).anyMatch(account -> gone.test(account));
        return known ? change(before -> before.without(gone)) : CompletableFuture.completedFuture(null);
    }

    /** Something has happened here for the first time. */
    void used() {
        if (hasOwners()) {
            change(now -> now);
        }
    }

    private CompletableFuture<Void> changeKey(String lock) {
        return changingKey(lock).whenComplete((kept, refusal) -> keyChanged(lock, refusal == null));
    }

    private synchronized CompletableFuture<Void> changingKey(String lock) {
        uninvited.addAll(state.invited());
        return change(now -> now.withKey(lock).withoutInvitations());
    }

    private synchronized void keyChanged(String lock, boolean kept) {
        if (kept) {
            keptKey = lock;
        }
        if (!state.key().equals(lock)) {
            return; // it is being changed again
        }
        if (!kept) {
            RoomState before = state.withKey(keptKey);
            for (long account : uninvited) {
                before = before.withInvited(account);
            }
            RoomState again = before;
            change(now -> again);
        }
        uninvited.clear();
    }

    /**
     * Lets somebody in without the key: a guest once, by this connection; who has logged in until they leave the room, however
     * often they connect.
     *
     * @param member who
     */
    public void invite(Member member) {
        if (member.account() == Draft.UNREGISTERED) {
            invitations.add(member.id());
        } else {
            change(now -> now.withInvited(member.account()));
        }
    }

    /** Somebody has come in: a guest's invitation is good for once. */
    void entered(Member member) {
        invitations.remove(member.id());
    }

    /**
     * Somebody has left the room, or was put out, and is still connected.
     *
     * @param member who
     */
    public void left(Member member) {
        if (state.invited().contains(member.account())) {
            change(now -> now.withoutInvited(member.account()));
        }
    }

    /** The topic has changed. In the order of the room's log. */
    void setTopic(String topic) {
        change(now -> now.withTopic(topic));
    }

    private synchronized CompletableFuture<Void> change(UnaryOperator<RoomState> step) {
        state = step.apply(state);
        return keep.apply(state);
    }
}
