package chat.common.event;

import chat.common.RoomName;
import java.io.IOException;
import java.util.List;

/**
 * The answer to {@code /rooms}: the rooms that the session may know of.
 *
 * @param rooms those with most people first
 * @param more how many further ones there are
 */
public record RoomList(List<Row> rooms, int more) implements Event {
    /**
     * One room.
     *
     * @param room which
     * @param people how many are in it
     * @param topic what it is about; empty for no topic
     * @param locked whether only those who are invited come in
     * @param joined whether the session is in it
     */
    public record Row(RoomName room, int people, String topic, boolean locked, boolean joined) {
        private void write(JsonFields out) throws IOException {
            out.add("room", room).add("people", people).add("topic", topic);
            out.add("locked", locked).add("joined", joined);
        }

        private static Row read(JsonObject in) {
            return new Row(in.room("room"), in.count("people"), in.text("topic"), in.flag("locked"), in.flag("joined"));
        }

        private String line() {
            return "  " + room + ", " + (people == 1 ? "1 person" : people + " people")
                    + (locked ? ", locked" : "")
                    + (joined ? ", you are in it" : "")
                    + (topic.isEmpty() ? "" : ": " + topic);
        }
    }

    /** Copies the list, so that the event never changes. */
    public RoomList {
        rooms = List.copyOf(rooms);
    }

    @Override
    public void writeText(TextLines out) {
        out.line("Rooms (/join ROOM goes to one, or makes it):");
        rooms.forEach(row -> out.line(row.line()));
        if (more > 0) {
            out.line("  and " + more + " more");
        }
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("rooms").addObjects("rooms", rooms, Row::write).add("more", more);
    }

    static RoomList read(JsonObject in) {
        return new RoomList(in.objects("rooms", Row::read), in.count("more"));
    }
}
