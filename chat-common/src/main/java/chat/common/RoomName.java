package chat.common;

import java.util.Optional;

/**
 * The name of a room. It may be what a user name may be, and is always in lower case: who types {@code /join Staff} goes
 * to {@code staff}. No name of a room has a blank or a bracket in it, so what stands in {@code [staff]} is one.
 *
 * @param value as it is shown and compared
 */
public record RoomName(String value) implements Comparable<RoomName> {
    /** The room that everybody starts in. */
    public static final RoomName LOBBY = new RoomName("lobby");

    /** What a name may be, as the end of a sentence. */
    public static final String RULE = UserName.RULE;

    /**
     * Reads a name that somebody typed.
     *
     * @param text any text
     * @return the name, if it can be one
     */
    public static Optional<RoomName> parse(String text) {
        return UserName.parse(text)
                .map(UserName::folded)
                .filter(folded -> UserName.problemWith(folded) == null) // a few letters become two in lower case
                .map(RoomName::new);
    }

    /**
     * Takes a name from a server, which may know a newer Unicode than this program does.
     *
     * @param text what the server calls a room
     * @return the name, if nobody could take it for anything else
     */
    public static Optional<RoomName> received(String text) {
        return UserName.received(text).map(name -> new RoomName(name.toString()));
    }

    @Override
    public int compareTo(RoomName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
