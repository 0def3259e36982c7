package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;

/**
 * Somebody said something to the room: {@code ann: hello}.
 *
 * @param room where
 * @param from who
 * @param text what, printable
 */
public record Message(RoomName room, UserName from, String text) implements RoomEvent {
    @Override
    public boolean isMessage() {
        return true;
    }

    @Override
    public int weight() {
        return 2 * text.length() + 64;
    }

    @Override
    public void writeText(TextLines out) {
        out.add(from.toString()).add(": ").add(text).end();
    }
}
