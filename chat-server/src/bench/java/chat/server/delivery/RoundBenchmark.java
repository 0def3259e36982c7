package chat.server.delivery;

import chat.bench.Measured;
import chat.bench.StillTimer;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.server.command.Commands;
import chat.server.command.Services;
import chat.server.limit.LimitSettings;
import chat.server.net.ChatPipeline;
import chat.server.room.Member;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is said in a room reaches a thousand people on one event loop. One operation is one message to one of them. */
public class RoundBenchmark extends Measured {
    private static final int PEOPLE = 1000;
    private static final int MESSAGES = 16;
    private static final String LINE = "ann: " + TEXT + "\n";
    private static final long BYTES = (long) PEOPLE * LINE.length();

    /** Says things and does not listen. */
    private record Author(long id, UserName name) implements Member {
        @Override
        public void notKept(Room room, Authored what, String why) {}
    }

    /** The product: sessions in a room, behind the pipeline of every connection. */
    @State(Scope.Thread)
    public static class Crowd {
        private final SinkLoop loop = new SinkLoop();
        private final SessionRegistry registry = new SessionRegistry(
                new DefaultChannelGroup(loop.executor()), InstantSource.system(), LimitSettings.none());
        private final Rooms rooms = new Rooms(Clock.systemUTC(), new StillTimer());
        private final Member author = new Author(Long.MAX_VALUE, UserName.of("ann"));

        /** Everybody takes a name, which lets them in. */
        @Setup
        public void join() {
            ChatPipeline pipeline = new ChatPipeline(
                    registry, new Outlets(0, registry.times()), new Commands(Services.inMemory(registry, rooms)));
            for (int i = 0; i < PEOPLE; i++) {
                byte[] line = ("/setname person" + i + "\n").getBytes(StandardCharsets.UTF_8);
                Channel channel = loop.connect(pipeline);
                channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(line)).fireChannelReadComplete();
            }
            loop.settle();
        }

        final Stream<Session> sessions() {
            return IntStream.range(0, PEOPLE)
                    .mapToObj(i -> registry.find(UserName.of("person" + i)).orElseThrow())
                    .flatMap(person -> person.sessions().stream());
        }

        final long say(int messages) {
            Room room = rooms.lobby();
            for (int i = 0; i < messages; i++) {
                room.tell(author, new Message(room.name(), author.name(), TEXT));
            }
            return loop.settle();
        }

        private long hear(int messages) {
            return checked(say(messages), messages);
        }
    }

    /** The same people, who read the page's JSON in frames of WebSocket. */
    @State(Scope.Thread)
    public static class Browsers extends Crowd {
        @Setup
        @Override
        public void join() {
            super.join();
            sessions().forEach(session -> session.out().setWeb());
        }

        private long hear(int messages) {
            long bytes = say(messages);
            if (bytes < messages * BYTES || bytes % PEOPLE != 0) { // ids grow
                throw new IllegalStateException(
                        bytes + " bytes arrived (expected: the same for all, and more than text)");
            }
            return bytes;
        }
    }

    /** What Netty's chat examples lead to: the text is written to a group of channels, and each encodes it. */
    @State(Scope.Thread)
    public static class Group {
        private static final StringDecoder DECODER = new StringDecoder(StandardCharsets.UTF_8);
        private static final StringEncoder ENCODER = new StringEncoder(StandardCharsets.UTF_8);

        private final SinkLoop loop = new SinkLoop();
        private final ChannelGroup channels = new DefaultChannelGroup(loop.executor());

        /** Everybody connects. */
        @Setup
        public void join() {
            for (int i = 0; i < PEOPLE; i++) {
                channels.add(loop.connect(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new LineBasedFrameDecoder(4096), DECODER, ENCODER);
                    }
                }));
            }
        }

        private long hear() {
            channels.writeAndFlush(LINE);
            return checked(loop.settle(), 1);
        }
    }

    /** What arrived, if everybody got everything: whatever is lost would make a round look fast. */
    private static long checked(long bytes, int messages) {
        if (bytes != messages * BYTES) {
            throw new IllegalStateException(bytes + " bytes arrived (expected: " + messages * BYTES + ")");
        }
        return bytes;
    }

    /** At rest: a round carries one message. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long one(Crowd crowd) {
        return crowd.hear(1);
    }

    /** Under load: a round carries sixteen. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE * MESSAGES)
    public long sixteen(Crowd crowd) {
        return crowd.hear(MESSAGES);
    }

    /** At rest, to browsers. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long pageOne(Browsers browsers) {
        return browsers.hear(1);
    }

    /** Under load, to browsers. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE * MESSAGES)
    public long pageSixteen(Browsers browsers) {
        return browsers.hear(MESSAGES);
    }

    /** For comparison. */
    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long naive(Group group) {
        return group.hear();
    }
}
