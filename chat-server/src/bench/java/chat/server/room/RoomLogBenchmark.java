package chat.server.room;

import chat.bench.Measured;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import org.openjdk.jmh.annotations.Benchmark;

/** A room's log that is full: every new entry pushes the oldest out, and a reader that is level takes it. */
public class RoomLogBenchmark extends Measured {
    private static final Message MESSAGE = new Message(RoomName.LOBBY, UserName.of("ann"), TEXT);

    private final RoomLog log = new RoomLog(Rooms.LOG_ENTRIES, Rooms.LOG_BYTES);
    private final Cursor cursor = new Cursor(log);

    /** One entry in, and out again. The log is full long before the measurement begins. */
    @Benchmark
    public RoomLog.Slice appendAndRead() {
        long sequence = log.end();
        log.append(new Entry(sequence, 0, sequence, MESSAGE, Draft.NOBODY));
        RoomLog.Slice news = log.read(cursor, Long.MAX_VALUE);
        cursor.moveTo(news.to(), sequence);
        return news;
    }
}
