package chat.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Done;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import chat.server.audit.AuditStore;
import chat.server.room.NotKeptException;
import chat.server.room.Room;
import chat.server.sanction.SanctionStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What holds without the disk is done though it cannot be recorded, and said to be. */
class UnrecordedTest {
    /** Keeps nothing. */
    private static final AuditStore FULL = new AuditStore() {
        @Override
        public CompletableFuture<AuditEntry> add(AuditEntry entry) {
            return CompletableFuture.failedFuture(new NotKeptException("the disk is full"));
        }

        @Override
        public CompletableFuture<List<AuditEntry>> latest(int count) {
            return CompletableFuture.completedFuture(List.of());
        }
    };

    private static final String SAID = " That is done, but not recorded (the disk is full).";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Moderation moderation = new Moderation(
            chat.registry(),
            chat.rooms(),
            chat.accounts(),
            new Moderation.Stores(SanctionStore.inMemory(), FULL, chat.mail()),
            List.of(),
            chat.registry().clock());

    private final Room room = chat.rooms().room(RoomName.parse("staff").orElseThrow());
    private final Terminal eve = chat.join("eve");

    @Test
    void shouldPutOutWithoutARecord() {
        eve.type("/join staff").lines();
        assertThat(moderation.kicks().kick(Actor.CONSOLE, new Place(room), "eve", ""))
                .isCompletedWithValue(new Done("eve is out of staff." + SAID));
        assertThat(eve.text()).contains("operator has put you out of staff.");
    }

    @Test
    void shouldSlowDownWithoutARecord() {
        assertThat(moderation.houseOrder().slow(Actor.CONSOLE, new Place(room), Duration.ofSeconds(10)))
                .isCompletedWithValueMatching(
                        event -> event instanceof Done done && done.sentence().endsWith(SAID));
        assertThat(room.settings().rules().slow().orElseThrow().time()).hasSeconds(10);
        Place lobby = new Place(chat.rooms().lobby());
        assertThat(moderation.houseOrder().lockdown(Actor.CONSOLE, lobby, true))
                .isCompletedWithValueMatching(
                        event -> event instanceof Done done && done.sentence().endsWith(SAID));
        assertThat(moderation.gate().isLockedDown()).isTrue();
    }

    @Test
    void shouldMakeNobodyAnOwnerWithoutARecord() {
        long ann = chat.accounts().add(UserName.of("ann"), false).join().id();
        assertThatThrownBy(() -> moderation
                        .promotions()
                        .set(Actor.CONSOLE, new Place(room), "ann", true)
                        .join())
                .hasCauseInstanceOf(NotKeptException.class);
        assertThat(room.settings().isOwner(ann)).isFalse();
    }
}
