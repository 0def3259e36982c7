package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;

/**
 * The answer to {@code /history}, behind the lines that were asked for.
 *
 * @param room whose history
 * @param count how many lines came
 * @param next what to send for the lines that follow in the direction asked for; empty if there are none
 */
public record HistoryTold(RoomName room, int count, String next) implements Event {
    @Override
    public void writeText(TextLines out) {
        if (count == 0) {
            out.add("There is nothing of that in the history of ").add(room.value());
            out.add(".").end();
            return;
        }
        out.add(count).add(count == 1 ? " line of " : " lines of ").add(room.value());
        out.add(next.isEmpty() ? "." : ". For more type ").add(next).end();
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("history").add("room", room).add("count", count).add("next", next);
    }

    static HistoryTold read(JsonObject in) {
        return new HistoryTold(in.room("room"), in.count("count"), in.text("next"));
    }
}
