package chat.server.room;

/**
 * What is known of a room beside what happened in it. Immutable.
 *
 * @param topic what it is about; empty for no topic
 * @param lock what its key is checked against, see {@link RoomKey}; empty if the room is open to everybody
 */
public record RoomState(String topic, String lock) {
    /** An open room without a topic: as every room begins. */
    public static final RoomState NEW = new RoomState("", "");

    /** Whether only those come in who are invited or have the key. */
    public boolean isLocked() {
        return !lock.isEmpty();
    }

    RoomState withTopic(String topic) {
        return new RoomState(topic, lock);
    }

    RoomState withLock(String lock) {
        return new RoomState(topic, lock);
    }
}
