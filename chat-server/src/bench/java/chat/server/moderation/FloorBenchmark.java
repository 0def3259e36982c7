package chat.server.moderation;

import chat.bench.Measured;
import chat.bench.StillTimer;
import chat.common.event.Failure;
import chat.server.audit.Actor;
import chat.server.command.Commands;
import chat.server.command.Services;
import chat.server.delivery.Outlets;
import chat.server.limit.LimitSettings;
import chat.server.net.ChatCommandHandler;
import chat.server.net.ChatPipeline;
import chat.server.room.HouseRules;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.Origin;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Whether somebody may write, as it is asked for each message. They may; others are muted, or the room has rules. */
public class FloorBenchmark extends Measured {
    private static final int MUTED = 1000;

    /** What keeps people from writing. */
    public enum Order {
        /** Nothing, as on most days. */
        NONE,
        /** A thousand others are muted, by their names and addresses. */
        MUTES,
        /** Only who has been here for a while writes. */
        MEMBERS_ONLY,
        /** One message each second. */
        SLOW
    }

    /** What keeps people from writing. */
    @Param
    public Order order = Order.NONE;

    /** A second goes by between any two looks at it. */
    private long millis = System.currentTimeMillis();

    private final InstantSource clock = () -> Instant.ofEpochMilli(millis += 1000);
    private final Rooms rooms = new Rooms(clock, new StillTimer());
    private final SessionRegistry registry =
            new SessionRegistry(new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), clock, LimitSettings.none());
    private final Services services = Services.inMemory(registry, rooms);
    private final Floor floor = services.moderation().floor();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private @Nullable Session writer;

    /** Somebody takes a name, and order is kept. */
    @Setup
    public void join() {
        Origin.set(channel, new InetSocketAddress("192.0.2.7", 40422));
        channel.pipeline()
                .addLast(new ChatPipeline(registry, new Outlets(0, registry.times()), new Commands(services)));
        channel.writeInbound(Unpooled.copiedBuffer("/setname ann\n", StandardCharsets.UTF_8));
        channel.releaseOutbound();
        writer = channel.pipeline().get(ChatCommandHandler.class).session();
        Room lobby = rooms.lobby();
        if (order == Order.MUTES) {
            for (int i = 0; i < MUTED; i++) {
                services.moderation().bans().mute(Actor.CONSOLE, new Place(lobby), "raider" + i, Terms.NONE);
            }
        } else if (order == Order.MEMBERS_ONLY) {
            lobby.settings()
                    .changeRules(rules -> rules.withMembersOnly(Optional.of(new HouseRules.MembersOnly(
                            Duration.ofMillis(1), Actor.CONSOLE.name(), clock.instant(), Set.of()))));
        } else if (order == Order.SLOW) {
            lobby.settings()
                    .changeRules(rules -> rules.withSlow(Optional.of(
                            new HouseRules.Slow(Duration.ofSeconds(1), Actor.CONSOLE.name(), clock.instant()))));
        }
    }

    /** One message. */
    @Benchmark
    public @Nullable Failure ask() {
        return floor.refusal(Objects.requireNonNull(writer));
    }
}
