package chat.server.delivery;

import chat.common.UserName;
import chat.server.command.Commands;
import chat.server.command.Services;
import chat.server.limit.LimitSettings;
import chat.server.net.ChatPipeline;
import chat.server.room.Cursor;
import chat.server.room.Entry;
import chat.server.room.ManualTimer;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import chat.server.room.Rooms;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A real room on event loops that run only when the test says so, one thread for all: so a seed decides what happens
 * between what, and a run can be repeated.
 */
final class ManualRoom implements AutoCloseable {
    private final ManualTimer timer = new ManualTimer();
    private final InstantSource clock = () -> Instant.ofEpochMilli(timer.millis());
    private final Rooms rooms = new Rooms(clock, timer);
    private final SessionRegistry registry =
            new SessionRegistry(new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), clock, LimitSettings.none());
    private final List<ManualIoEventLoop> loops;
    private final List<LocalAddress> doors = new ArrayList<>();
    private final ManualIoEventLoop clients = loop();
    private final List<Channel> connected = new ArrayList<>();
    private final List<Entry> history = new ArrayList<>();

    /** One in which nobody sees what was said before they came. */
    ManualRoom(int loopCount, int slice) {
        this(loopCount, slice, 0);
    }

    ManualRoom(int loopCount, int slice, int replay) {
        loops = IntStream.range(0, loopCount).mapToObj(i -> loop()).toList();
        ChatPipeline pipeline = new ChatPipeline(
                registry,
                new Outlets(new Outlets.Settings(slice, replay, registry.times())),
                new Commands(Services.inMemory(registry, rooms)));
        loops.forEach(loop -> open(loop, pipeline));
        record(rooms.lobby());
    }

    private static ManualIoEventLoop loop() {
        return new ManualIoEventLoop(Thread.currentThread(), LocalIoHandler.newFactory());
    }

    private void open(ManualIoEventLoop loop, ChatPipeline pipeline) {
        ChannelFuture bound = new ServerBootstrap()
                .group(loop)
                .channel(LocalServerChannel.class)
                .childHandler(pipeline)
                .bind(LocalAddress.ANY);
        while (!bound.isDone()) {
            loop.runNow();
        }
        doors.add((LocalAddress) bound.channel().localAddress());
    }

    private void record(Room room) {
        Cursor cursor = new Cursor(room.log());
        room.listen(() -> {
            RoomLog.Slice news = room.log().read(cursor, Long.MAX_VALUE);
            history.addAll(news.entries());
            cursor.moveTo(news.to(), 0);
        });
    }

    /** Everything the room has seen, in its order. */
    List<Entry> history() {
        return history;
    }

    /** How many loops there are to connect to. */
    int loops() {
        return loops.size();
    }

    Rooms rooms() {
        return rooms;
    }

    ManualTimer timer() {
        return timer;
    }

    Optional<Session> session(String name) {
        return registry.find(UserName.of(name)).map(person -> person.sessions().get(0));
    }

    /** Begins to connect to one of the loops. */
    Channel connect(int loop, ChannelHandler handler) {
        Channel channel = new Bootstrap()
                .group(clients)
                .channel(LocalChannel.class)
                .handler(handler)
                .connect(doors.get(loop))
                .channel();
        connected.add(channel);
        return channel;
    }

    /** Lets one of the loops, or the clients, do what they have to do now. */
    void runOne(Random random) {
        int i = random.nextInt(loops.size() + 1);
        (i == loops.size() ? clients : loops.get(i)).runNow();
    }

    /** Lets one loop do what it has to do now, one slice of a round at most, and the clients read what it sent. */
    void pass(int loop) {
        while (clients.runNow() > 0) {
            // what they typed
        }
        loops.get(loop).runNow();
        while (clients.runNow() > 0) {
            // what they read
        }
    }

    /** Runs everything until nothing is left to do. */
    void settle() {
        int idle = 0;
        while (idle < 3) {
            int done = clients.runNow();
            for (ManualIoEventLoop loop : loops) {
                done += loop.runNow();
            }
            idle = done == 0 ? idle + 1 : 0;
        }
    }

    @Override
    public void close() {
        connected.forEach(Channel::close);
        settle();
        loops.forEach(ManualRoom::close);
        close(clients);
    }

    private static void close(ManualIoEventLoop loop) {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        while (!loop.isTerminated()) {
            loop.runNow();
        }
    }
}
