package chat.server.room;

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
    private volatile HouseRules rules = HouseRules.NONE;

    /**
     * Begins as they were kept.
     *
     * @param keep as {@link RoomStore#keep}
     */
    RoomSettings(RoomState state, Function<RoomState, CompletableFuture<Void>> keep) {
        this.state = state;
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
     * Lets only those in from now on who are invited or know the key. A former key is of no use any more, nor are former
     * invitations.
     *
     * @return the key, which nobody else knows, once the lock is kept; with a {@link NotKeptException} if it cannot be, and
     *     then the room lets in whom it let in before
     */
    public CompletableFuture<String> lock() {
        String key = RoomKey.random();
        invitations.clear();
        return changeKey(RoomKey.lock(key)).thenApply(kept -> key);
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
        String before = state.key();
        return change(now -> now.withKey(lock).withoutInvitations()).whenComplete((kept, refusal) -> {
            if (refusal != null) {
                change(now -> now.key().equals(lock) ? now.withKey(before) : now);
            }
        });
    }

    /**
     * Lets somebody in once without the key.
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

    /** Somebody has come in: an invitation is good for once. */
    void entered(Member member) {
        invitations.remove(member.id());
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
