package chat.common;

/**
 * The name of a room.
 *
 * @param value as it is shown
 */
public record RoomName(String value) {
    /** The room that everybody starts in. */
    public static final RoomName LOBBY = new RoomName("lobby");

    @Override
    public String toString() {
        return value;
    }
}
