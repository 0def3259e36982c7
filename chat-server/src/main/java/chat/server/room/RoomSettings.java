package chat.server.room;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a room is about and whom it lets in, as long as its people change nothing of that. Thread-safe. */
public final class RoomSettings {
    private final Invitations invitations = new Invitations();
    private final Function<RoomState, CompletableFuture<Void>> keep;
    private volatile RoomState state;

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
     * Whether somebody may come in: the room is open, or they are invited, or they know the key.
     *
     * @param member who
     * @param key what they say is the key; empty for none
     */
    public boolean admits(Member member, String key) {
        RoomState now = state;
        return !now.isLocked()
                || invitations.contains(member.id())
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

    private CompletableFuture<Void> changeKey(String lock) {
        String before = state.key();
        return change(now -> now.withKey(lock)).whenComplete((kept, refusal) -> {
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
        invitations.add(member.id());
    }

    /** Somebody has come in: an invitation is good for once. */
    void entered(Member member) {
        invitations.remove(member.id());
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
