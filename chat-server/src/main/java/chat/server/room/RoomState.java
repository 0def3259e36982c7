package chat.server.room;

/**
 * What is kept about a room beside its entries.
 *
 * @param topic what it is about, printable; empty for nothing
 * @param key what opens it for those who are not invited; empty if it is open to all
 */
public record RoomState(String topic, String key) {
    /** A room that nobody has changed. */
    public static final RoomState NEW = new RoomState("", "");
}
