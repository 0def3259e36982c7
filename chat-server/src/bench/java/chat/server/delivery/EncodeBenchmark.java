package chat.server.delivery;

import chat.bench.Measured;
import chat.bench.StillTimer;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.wire.WireFormat;
import chat.server.room.Draft;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import chat.server.room.Rooms;
import io.netty.buffer.ByteBufAllocator;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** Encoding what a round carries, once for everybody who shares a wire format. */
public class EncodeBenchmark extends Measured {
    private static final int MESSAGES = 16;

    private static final RoomLog.Slice NEWS = new RoomLog.Slice(
            1,
            0,
            IntStream.rangeClosed(1, MESSAGES).mapToObj(EncodeBenchmark::entry).toList());

    private final Room room = new Rooms(InstantSource.system(), new StillTimer()).lobby();

    /** All that there are. */
    @Param
    public WireFormat format = WireFormat.TEXT_LF;

    private static Entry entry(int sequence) {
        Message message = new Message(RoomName.LOBBY, UserName.of("ann"), TEXT);
        return new Entry(sequence, 0, sequence, message, Draft.NOBODY);
    }

    /** One message of sixteen, to bytes. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public int message() {
        Round round = new Round(room, NEWS, ByteBufAllocator.DEFAULT);
        try {
            return round.all(format).readableBytes();
        } finally {
            round.release();
        }
    }
}
