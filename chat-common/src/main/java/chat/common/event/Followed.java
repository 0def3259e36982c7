package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * You have joined or left a room by another connection of yours, so this one has, too. Where plain text goes does not change
 * by that, unless {@link CurrentRoom} follows.
 *
 * @param room which
 * @param joined whether you are in it now
 */
public record Followed(RoomName room, boolean joined) implements Event {
    @Override
    public void writeText(TextLines out) {
        out.line(
                joined
                        ? "* You have joined " + room + " by another connection, so its lines come here, too."
                        : "* You have left " + room + " by another connection.");
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("followed").add("room", room).add("joined", joined);
    }

    static Followed read(JsonObject in) {
        return new Followed(in.room("room"), in.flag("joined"));
    }
}
