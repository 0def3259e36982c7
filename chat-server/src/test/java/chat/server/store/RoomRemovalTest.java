package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.server.room.Cursor;
import chat.server.room.Entry;
import chat.server.room.Member;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.room.Timer;
import chat.server.room.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed is gone from what rooms remember, too. */
class RoomRemovalTest {
    private static final long ANN = 7;
    private static final long BOB = -7;
    private static final RoomName LOBBY = RoomName.LOBBY;

    @TempDir
    private Path directory;

    private final AtomicLong clock =
            new AtomicLong(Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());

    @Test
    void shouldTakeBackWhatOnlyTheRoomRemembers() throws Exception {
        StoreSettings anHour = StoreSettings.in(directory).withKeep(Duration.ofHours(1));
        try (SqliteStore store = SqliteStore.open(anHour, () -> Instant.ofEpochMilli(clock.get()))) {
            Rooms rooms = new Rooms(store, new StillTimer());
            Room lobby = rooms.lobby();
            Person ann = new Person(1, UserName.of("ann"), ANN);
            lobby.tell(ann, new Message(LOBBY, ann.name(), "mine"));
            Awaitility.await().until(() -> lobby.log().end() == 2);
            clock.addAndGet(Duration.ofHours(2).toMillis());
            Person bob = new Person(2, UserName.of("bob"), BOB);
            lobby.tell(bob, new Message(LOBBY, bob.name(), "yours"));
            Awaitility.await()
                    .atMost(20, TimeUnit.SECONDS)
                    .until(() -> store.history().after(LOBBY, 0, 1).join().oldest() == 2);

            rooms.forget(ann, new Traces(Set.of(ANN), Set.of())).orElseThrow().get(60, TimeUnit.SECONDS);
            Cursor cursor = new Cursor(lobby.log());
            cursor.moveTo(1, 0);
            assertThat(lobby.log().read(cursor, 1 << 20).entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(true, false);
        }
    }

    private record Person(long id, UserName name, long mark) implements Member {
        @Override
        public void notKept(Room room, Authored what, String why) {
            throw new AssertionError(why);
        }
    }

    private static final class StillTimer implements Timer {
        @Override
        public long millis() {
            return 0;
        }

        @Override
        public void after(long millis, Runnable task) {}
    }
}
