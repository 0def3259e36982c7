package chat.server.delivery;

import chat.common.event.Skipped;
import chat.common.event.Stamp;
import chat.common.wire.WireFormat;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import chat.server.session.LineBytes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Some entries of a room, encoded once for each wire format that somebody here reads. Everybody gets the same bytes;
 * who wrote some of the entries, or has read some of them already, gets the slices that are theirs. One event loop.
 */
final class Round {
    private static final int BYTES_PER_ENTRY = 160;

    private final Room room;
    private final List<Entry> entries;
    private final long from;
    private final ByteBufAllocator allocator;
    private final Map<WireFormat, Encoded> encoded = new EnumMap<>(WireFormat.class);

    /** The lines of all entries, and where each ends; an empty one has none. */
    private static final class Encoded {
        final ByteBuf lines;
        final int[] ends;

        Encoded(ByteBuf lines, int[] ends) {
            this.lines = lines;
            this.ends = ends;
        }
    }

    Round(Room room, RoomLog.Slice slice, ByteBufAllocator allocator) {
        this.room = room;
        this.entries = slice.entries();
        this.from = slice.from();
        this.allocator = allocator;
    }

    long from() {
        return from;
    }

    /** The sequence number that follows the last entry. */
    long to() {
        return from + entries.size();
    }

    List<Entry> entries() {
        return entries;
    }

    /** All lines; they stay the round's. */
    ByteBuf all(WireFormat format) {
        return encoded(format).lines;
    }

    /**
     * The lines of entries in a row.
     *
     * @param begin index of the first
     * @param end index behind the last
     * @return the bytes, retained for the caller
     */
    ByteBuf some(WireFormat format, int begin, int end) {
        Encoded all = encoded(format);
        int first = begin == 0 ? 0 : all.ends[begin - 1];
        return all.lines.retainedSlice(first, all.ends[end - 1] - first);
    }

    /** How many whole entries there are in the first bytes. */
    int entriesWithin(WireFormat format, int bytes) {
        int at = Arrays.binarySearch(encoded(format).ends, bytes);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** How many bytes the first entries have. */
    int end(WireFormat format, int count) {
        return count == 0 ? 0 : encoded(format).ends[count - 1];
    }

    private Encoded encoded(WireFormat format) {
        return encoded.computeIfAbsent(format, this::encode);
    }

    private Encoded encode(WireFormat format) {
        ByteBuf lines = allocator.directBuffer(entries.size() * BYTES_PER_ENTRY);
        int[] ends = new int[entries.size()];
        StringBuilder text = new StringBuilder(BYTES_PER_ENTRY);
        for (int i = 0; i < ends.length; i++) {
            text.setLength(0);
            if (!entries.get(i).isEmpty()) {
                append(entries.get(i), format, text);
            }
            LineBytes.append(text, format, lines);
            ends[i] = lines.writerIndex();
        }
        return new Encoded(lines, ends);
    }

    /** Text shows nothing of an entry but its event, and costs nothing more. */
    private void append(Entry entry, WireFormat format, StringBuilder text) {
        Stamp stamp = format.isJson() ? room.stamp(entry) : null;
        format.append(entry.event(), stamp, null, text);
    }

    /** Lets go of the bytes; those still on their way to somebody live on until they are sent. */
    void release() {
        encoded.values().forEach(known -> known.lines.release());
        encoded.clear();
    }

    /** The line that tells a reader how much it missed. */
    static ByteBuf gap(Skipped skipped, WireFormat format, ByteBufAllocator allocator) {
        StringBuilder text = new StringBuilder();
        format.append(skipped, text);
        return LineBytes.of(text, format, allocator);
    }
}
