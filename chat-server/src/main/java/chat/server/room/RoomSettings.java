package chat.server.room;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a room is about and whom it lets in, as long as its people change nothing of that. Thread-safe. */
public final class RoomSettings {
    private final Invitations invitations = new Invitations();
    private final Consumer<RoomState> keep;
    private volatile RoomState state;

    /**
     * Begins as they were kept.
     *
     * @param keep keeps them, and does not wait
     */
    RoomSettings(RoomState state, Consumer<RoomState> keep) {
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
     * @return the key, which nobody else knows
     */
    public String lock() {
        String key = RoomKey.random();
        String lock = RoomKey.lock(key);
        invitations.clear();
        change(now -> now.withKey(lock));
        return key;
    }

    /** Lets everybody in from now on. */
    public void unlock() {
        change(now -> now.withKey(""));
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

    private synchronized void change(UnaryOperator<RoomState> step) {
        state = step.apply(state);
        keep.accept(state);
    }
}
