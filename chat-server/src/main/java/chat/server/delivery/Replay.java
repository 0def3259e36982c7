package chat.server.delivery;

import chat.common.event.Replayed;
import chat.common.wire.WireFormat;
import chat.server.room.Cursor;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import chat.server.session.LineBytes;
import chat.server.session.LocalTimes;
import chat.server.session.Session;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * What a room said before a reader came, as far as it has not been written to them yet. It is read from the room's log
 * part by part, so that nothing is held for who reads slowly; what the log has let go of meanwhile is left out. Those who keep
 * order do not push out what people talk about: of their notices only the latest few are shown, and not counted.
 */
final class Replay {
    /** How many notices are shown. */
    static final int FEW = 3;

    private final Room room;
    private final LocalTimes times;
    private final Cursor cursor;
    private final long end;

    /** The first notice that is shown. */
    private final long notices;

    private final Session reader;

    /**
     * Begins.
     *
     * @param end the first entry that the reader reads as news
     * @param most how many entries to show at most, see {@link Entry#isConversation}
     * @param reader who reads it
     */
    Replay(Room room, LocalTimes times, long end, int most, Session reader) {
        this.reader = reader;
        this.room = room;
        this.times = times;
        this.end = end;
        this.cursor = new Cursor(room.log());
        this.notices = most == 0 ? end : room.log().latest(end, FEW, Entry::isNotice);
        long conversation = room.log().latest(end, most, Entry::isConversation);
        cursor.moveTo(conversation < end ? conversation : notices, 0);
    }

    /** Whether there is nothing to write any more. */
    boolean isOver() {
        return cursor.next() >= end;
    }

    /**
     * Takes the next lines; those of the last part end with one that says so.
     *
     * @param mostBytes about how much to read, in bytes of memory
     * @return the lines, for the caller to release
     */
    ByteBuf next(int mostBytes, WireFormat format, ByteBufAllocator allocator) {
        RoomLog.Slice slice = room.log().read(cursor, mostBytes);
        StringBuilder lines = new StringBuilder();
        for (Entry entry : slice.entries()) {
            if (isShown(entry)) {
                format.appendPast(entry.event(), room.stamp(entry), times.of(entry.atMillis()), lines);
            }
        }
        cursor.moveTo(slice.to(), 0);
        if (isOver()) {
            format.append(new Replayed(room.name()), lines);
        }
        return LineBytes.of(lines, format, allocator);
    }

    private boolean isShown(Entry entry) {
        return entry.sequence() < end
                && (entry.isConversation() || (entry.isNotice() && entry.sequence() >= notices))
                && !reader.acquaintances().doesNotRead(entry);
    }
}
