package chat.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Moderated;
import chat.common.event.Moderated.Action;
import chat.server.EmbeddedChat;
import chat.server.audit.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two who look after a room say something at once, on different threads. */
@Timeout(20)
class HouseOrderTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    /** What somebody else does while the first one has looked and not yet done it. */
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    private final Moderation moderation = new Moderation(
            chat.registry(), chat.rooms(), chat.accounts(), Moderation.Stores.inMemory(chat.mail()), List.of(), () -> {
                meanwhile.getAndSet(() -> {}).run();
                return chat.registry().clock().instant();
            });

    private final Place lobby = new Place(chat.rooms().lobby());

    @Test
    void shouldSlowDownOnce() throws InterruptedException {
        atOnce(() -> moderation.houseOrder().slow(Actor.CONSOLE, lobby, Duration.ofSeconds(10)));
        assertThat(announced()).containsExactly(Action.SLOW);
    }

    @Test
    void shouldLetOnlyMembersWriteOnce() throws InterruptedException {
        atOnce(() -> moderation.houseOrder().membersOnly(Actor.CONSOLE, lobby, Optional.of(Duration.ZERO)));
        assertThat(announced()).containsExactly(Action.MEMBERS_ONLY);
    }

    @Test
    void shouldLockDownOnce() throws InterruptedException {
        atOnce(() -> moderation.houseOrder().lockdown(Actor.CONSOLE, lobby, true));
        assertThat(announced()).containsExactly(Action.LOCKDOWN);
    }

    private void atOnce(Runnable action) throws InterruptedException {
        Thread other = new Thread(action);
        meanwhile.set(() -> {
            other.start();
            while (other.getState() != Thread.State.BLOCKED && other.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
        });
        action.run();
        other.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(other.isAlive()).isFalse();
    }

    private List<Action> announced() {
        return lobby.room().log().all().entries().stream()
                .filter(entry -> entry.event() instanceof Moderated)
                .map(entry -> ((Moderated) entry.event()).action())
                .toList();
    }
}
