package chat.server.room;

/**
 * What is kept about a room beside its entries. Immutable.
 *
 * @param topic what it is about, printable; empty for nothing
 * @param key what the key that opens it is checked against, see {@link RoomKey}; empty if the room is open to all
 */
public record RoomState(String topic, String key) {
    /** A room that nobody has changed. */
    public static final RoomState NEW = new RoomState("", "");

    /** Whether only those come in who are invited or have the key. */
    public boolean isLocked() {
        return !key.isEmpty();
    }

    RoomState withTopic(String topic) {
        return new RoomState(topic, key);
    }

    RoomState withKey(String key) {
        return new RoomState(topic, key);
    }
}
