package chat.server.net;

import chat.bench.Measured;
import chat.bench.StillTimer;
import chat.server.command.Commands;
import chat.server.command.Services;
import chat.server.limit.LimitSettings;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import chat.server.room.Rooms;
import chat.server.session.Feed;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A line comes in as bytes and goes through the whole pipeline into the room's log. Nobody reads the room. */
public class LineBenchmark extends Measured {
    private static final byte[] LINE = (TEXT + "\n").getBytes(StandardCharsets.UTF_8);

    /** Delivers nothing, so that what is measured ends at the log. */
    private static final class NoFeed implements Feed {
        private record Nothing(Room room) implements Subscription {
            @Override
            public void setCurrent(boolean current) {}

            @Override
            public boolean isLevel() {
                return true;
            }

            @Override
            public void catchUp() {}

            @Override
            public void willSay() {}

            @Override
            public void hasNotSaid() {}

            @Override
            public long since() {
                return 1;
            }

            @Override
            public long position() {
                return room.log().end();
            }

            @Override
            public void awaitReplay() {}

            @Override
            public void replay() {}

            @Override
            public void cancel() {}
        }

        @Override
        public Subscription subscribe(Session session, Room room) {
            return new Nothing(room);
        }
    }

    private final Rooms rooms = new Rooms(Clock.systemUTC(), new StillTimer());
    private final SessionRegistry registry = new SessionRegistry(
            new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), InstantSource.system(), LimitSettings.none());
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new ChatPipeline(registry, new NoFeed(), new Commands(Services.inMemory(registry, rooms))));
    private final RoomLog log = rooms.lobby().log();

    /** Takes a name, which lets the person in. */
    @Setup
    public void join() {
        type("/setname ann\n".getBytes(StandardCharsets.UTF_8));
        channel.releaseOutbound();
    }

    /** One line in a packet of its own. */
    @Benchmark
    public long say() {
        long place = log.end();
        type(LINE);
        if (log.end() != place + 1) {
            throw new IllegalStateException("the line is not in the log");
        }
        return place;
    }

    private void type(byte[] line) {
        ByteBuf packet = channel.alloc().directBuffer(line.length).writeBytes(line);
        channel.writeInbound(packet);
    }
}
