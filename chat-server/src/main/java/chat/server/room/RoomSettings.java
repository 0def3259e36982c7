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

    /** Whether the store has been told of the room. Guarded by this. */
    private boolean stored;

    private volatile HouseRules rules = HouseRules.NONE;

    /**
     * Begins as they were kept.
     *
     * @param stored whether the store knows the room; if not, what comes of itself is kept when something happens here
     * @param keep as {@link RoomStore#keep}
     */
    RoomSettings(RoomState state, boolean stored, Function<RoomState, CompletableFuture<Void>> keep) {
        this.state = state;
        this.stored = stored;
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
            note(now -> now.withInvited(heir.account()));
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
        return known ? note(before -> before.without(gone)) : CompletableFuture.completedFuture(null);
    }

    /**
     * Puts back an account that is still there, since it could not be kept that it is {@linkplain #forget forgotten}.
     *
     * @param account whose
     * @param before what the room was like
     */
    public void remember(long account, RoomState before) {
        note(now -> {
            RoomState again = before.owners().contains(account) ? now.withOwner(account) : now;
            boolean isInvited =
                    before.invited().contains(account) && before.key().equals(now.key());
            return isInvited ? again.withInvited(account) : again;
        });
    }

    /** Something happens here for the first time: whatever the store knows of another room of the name is over. */
    synchronized void used() {
        if (!stored) {
            change(now -> now);
        }
    }

    /** Whether the store knows nothing that the next room of the name would begin with. */
    synchronized boolean isForgettable() {
        return !stored || state.equals(RoomState.NEW);
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
     * @return completed when that is kept, so far as it is to be; with a {@link NotKeptException} if it cannot be, and then
     *     they are not invited
     */
    public CompletableFuture<Void> invite(Member member) {
        long account = member.account();
        if (account == Draft.UNREGISTERED) {
            invitations.add(member.id());
            return CompletableFuture.completedFuture(null);
        }
        boolean already = state.invited().contains(account);
        return note(now -> now.withInvited(account)).whenComplete((kept, refusal) -> {
            if (refusal != null && !already) { // else it would be tried again
                note(now -> now.withoutInvited(account));
            }
        });
    }

    /** Somebody has come in: a guest's invitation is good for once. */
    void entered(Member member) {
        invitations.remove(member.id());
    }

    /**
     * Somebody has left the room, or was put out, and is still connected. Their invitation ends; if that cannot be kept
     * now, it is tried again.
     *
     * @param member who
     */
    public void left(Member member) {
        if (state.invited().contains(member.account())) {
            note(now -> now.withoutInvited(member.account()));
        }
    }

    /** The topic has changed. In the order of the room's log. */
    void setTopic(String topic) {
        change(now -> now.withTopic(topic));
    }

    private synchronized CompletableFuture<Void> change(UnaryOperator<RoomState> step) {
        state = step.apply(state);
        stored = true;
        return keep.apply(state);
    }

    /** Changes what alone is no reason to keep a room: kept at once if the store knows the room, else when it is used. */
    private synchronized CompletableFuture<Void> note(UnaryOperator<RoomState> step) {
        if (stored) {
            return change(step);
        }
        state = step.apply(state);
        return CompletableFuture.completedFuture(null);
    }
}
