package chat.server.store;

import chat.common.RoomName;
import chat.common.event.JsonFields;
import chat.common.event.JsonObject;
import chat.common.event.Received;
import chat.common.event.Stamp;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.server.room.Entry;
import java.io.IOException;

/** A line of an export: what the file is, a room, or what happened in it. */
sealed interface ExportLine {
    /** The form of these lines; a number that is not known is refused. */
    long FORMAT = 1;

    /**
     * The first line.
     *
     * @param era what the ids of the entries begin with
     * @param rooms how many rooms follow
     * @param entries how many entries follow
     */
    record Head(String era, long rooms, long entries) implements ExportLine {
        void write(JsonFields out) throws IOException {
            out.add("event", "export").add("format", FORMAT).add("era", era);
            out.add("rooms", rooms).add("entries", entries);
        }

        private static Head read(JsonObject in) {
            if (in.number("format") != FORMAT) {
                throw new IllegalArgumentException(
                        "a newer version has written this (expected: format " + FORMAT + ")");
            }
            return new Head(in.text("era"), in.number("rooms"), in.number("entries"));
        }
    }

    /**
     * A room; its entries follow.
     *
     * @param room its name
     * @param topic what it is about
     * @param locked whether it takes a key to come in
     * @param key what the key is checked against; empty if it is not told
     * @param after the sequence number before that of the first entry
     * @param messages how many messages the room had until then
     */
    record Room(RoomName room, String topic, boolean locked, String key, long after, long messages)
            implements ExportLine {
        void write(JsonFields out) throws IOException {
            out.add("event", "room")
                    .add("room", room.value())
                    .add("topic", topic)
                    .add("locked", locked);
            if (!key.isEmpty()) {
                out.add("key", key);
            }
            out.add("after", after).add("messages", messages);
        }

        private static Room read(JsonObject in) {
            String key = in.textIfAny("key");
            return new Room(
                    in.room("room"),
                    in.text("topic"),
                    in.flagIfAny("locked"),
                    key == null ? "" : key,
                    in.number("after"),
                    in.number("messages"));
        }
    }

    /**
     * What happened.
     *
     * @param received as programs read it
     */
    record Happened(Received received) implements ExportLine {}

    /** How an entry is called outside. */
    record Id(String era, Entry entry) implements Stamp {
        @Override
        public String id() {
            return era + "-" + entry.sequence();
        }

        @Override
        public long atMillis() {
            return entry.atMillis();
        }
    }

    /** Reads one, without its line end. */
    static ExportLine parse(String line) throws MalformedLineException {
        return JsonLines.read(line, in -> switch (in.text("event")) {
            case "export" -> Head.read(in);
            case "room" -> Room.read(in);
            default -> new Happened(JsonLines.received(in));
        });
    }
}
