package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.limit.LimitSettings;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.room.Timer;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The moments in which a name goes from nobody to somebody, and from somebody to nobody. */
class NameHandoverTest {
    private static final UserName ANN = UserName.of("ann");

    private final SessionRegistry registry = new SessionRegistry(
            new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), InstantSource.system(), LimitSettings.none());
    private final TestTimer timer = new TestTimer();
    private final Room lobby = new Rooms(InstantSource.system(), timer).lobby();
    private final Session session = connected();

    @Test
    void shouldNotFindWhoHasNoNameYet() {
        registry.persons().claim(ANN, new Person(7));

        assertThat(session.hasName()).isFalse();
        assertThat(registry.find(ANN)).isEmpty();
    }

    @Test
    void shouldTellTheRoomBeforeAnOldNameIsFree() {
        session.identity().take(ANN);
        session.rooms().join(lobby);
        timer.now += 60_000;
        List<Boolean> inUse = new ArrayList<>();
        lobby.listen(() -> inUse.add(!registry.persons().claim(ANN, new Person(7))));

        session.identity().take(UserName.of("amy"));

        assertThat(inUse).containsExactly(true);
        assertThat(registry.find(ANN)).isEmpty();
    }

    private Session connected() {
        Session connected = new Session(registry, (who, room) -> new Reading(room));
        connected.connect(
                new EmbeddedChannel(new ChannelInboundHandlerAdapter())
                        .pipeline()
                        .firstContext(),
                true);
        return connected;
    }

    private record Reading(Room room) implements Feed.Subscription {
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
            return 1;
        }

        @Override
        public void awaitReplay() {}

        @Override
        public void replay() {}

        @Override
        public void cancel() {}
    }

    private static final class TestTimer implements Timer {
        private long now;

        @Override
        public long millis() {
            return now;
        }

        @Override
        public void after(long millis, Runnable task) {}
    }
}
