package chat.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.command.Commands;
import chat.server.command.Services;
import chat.server.delivery.Outlets;
import chat.server.limit.Admission;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import chat.server.room.ManualTimer;
import chat.server.room.Rooms;
import chat.server.session.SessionRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An address counts as long as anything of it is there: a connection, or a session. */
class TurnstileTest {
    private final ManualTimer timer = new ManualTimer();
    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private final ChatPipeline pipeline = pipeline();

    private ChatPipeline pipeline() {
        LimitSettings limits = LimitSettings.none().withPace(PaceLimits.none().withLines(Rate.parse("40+5/s")));
        InstantSource clock = () -> Instant.ofEpochMilli(timer.millis());
        SessionRegistry registry =
                new SessionRegistry(new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), clock, limits);
        Rooms rooms = new Rooms(clock, timer);
        QuietLog log = new QuietLog(System::nanoTime);
        Turnstile turnstile = new Turnstile(
                new Admission(new ConnectionLimits(1, 1, Rate.UNLIMITED, List.of()), System::nanoTime), log);
        return new ChatPipeline(
                        registry, new Outlets(0, registry.times()), new Commands(Services.inMemory(registry, rooms)))
                .with(new ChatPipeline.Doors(new Signpost(), Proxies.none(), log, turnstile));
    }

    @AfterEach
    void leave() {
        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    @Test
    void shouldCountASessionUntilItHasEnded() {
        EmbeddedChannel first = connect();
        send(first, "/setname ann\n" + "hello\n".repeat(60));
        first.pipeline().close();
        assertThat(first.isOpen()).isFalse();
        assertThat(text(connect())).contains("server is full");
        for (int i = 0; i < 100; i++) {
            first.advanceTimeBy(100, TimeUnit.MILLISECONDS);
            first.runPendingTasks();
        }
        assertThat(text(connect())).startsWith("Welcome");
        assertThat(text(connect())).as("one was given back, once").contains("server is full");
    }

    @Test
    void shouldCountAConnectionUntilItIsClosed() {
        EmbeddedChannel first = connect();
        send(first, "/setname ann\n/quit\n");
        assertThat(first.isOpen()).isTrue();
        assertThat(text(connect())).contains("server is full");
        first.pipeline().close();
        first.runPendingTasks();
        assertThat(text(connect())).startsWith("Welcome");
        assertThat(text(connect())).as("one was given back, once").contains("server is full");
    }

    @Test
    void shouldCountWhoSpeaksAnotherProtocolUntilTheConnectionIsClosed() {
        EmbeddedChannel first = connect();
        send(first, "GET / HTTP/1.1\r\n");
        first.pipeline().close();
        first.runPendingTasks();
        assertThat(text(connect())).startsWith("Welcome");
        assertThat(text(connect())).as("one was given back, once").contains("server is full");
    }

    @Test
    void shouldNotCountWhoIsTurnedAway() {
        EmbeddedChannel first = connect();
        EmbeddedChannel refused = connect();
        refused.pipeline().close();
        refused.runPendingTasks();
        assertThat(text(connect())).contains("server is full");
        first.pipeline().close();
        first.runPendingTasks();
        assertThat(text(connect())).startsWith("Welcome");
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel(new ChannelHandler[] {pipeline}) {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress("192.0.2.7", 40422);
            }
        };
        channel.freezeTime();
        channels.add(channel);
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, UTF_8));
    }

    private static String text(EmbeddedChannel channel) {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(UTF_8));
            part.release();
        }
        return text.toString();
    }
}
