package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.server.room.ManualTimer;
import chat.server.room.Member;
import chat.server.room.Room;
import chat.server.room.RoomState;
import chat.server.room.Rooms;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a room is after a restart. */
class StoredOwnersTest {
    private static final RoomName DEN = new RoomName("den");
    private static final Person ANN = new Person(7, 70);
    private static final Person BOB = new Person(8, 80);
    private static final Person CARL = new Person(9, 0);

    @TempDir
    private Path directory;

    private record Person(long id, long account) implements Member {
        @Override
        public UserName name() {
            return UserName.of("p" + id);
        }

        @Override
        public void notKept(Room room, Authored what, String why) {
            throw new AssertionError(why);
        }
    }

    @FunctionalInterface
    private interface Evening {
        void in(Rooms rooms);
    }

    private void run(Evening evening) throws StoreException {
        try (SqliteStore store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system())) {
            evening.in(new Rooms(store, new ManualTimer()));
        }
    }

    private static Room make(Rooms rooms, Person maker) {
        Room room = rooms.make(DEN, maker).orElseThrow();
        assertThat(room.enter(maker)).isTrue();
        return room;
    }

    private static void say(Room room, Person author) {
        room.tellStamped(author, new Message(DEN, author.name(), "hello")).join();
    }

    private RoomState afterARestart() throws StoreException {
        try (SqliteStore store = SqliteStore.open(StoreSettings.in(directory), InstantSource.system())) {
            return store.rooms().get(0).state();
        }
    }

    @Test
    void shouldBelongToNobodyElseWhoMadeOneOfTheNameBefore() throws StoreException {
        run(rooms -> {
            Room anns = make(rooms, ANN);
            anns.settings().invite(BOB).join();
            anns.exit(ANN);
            assertThat(rooms.find(DEN)).isEmpty();
            say(make(rooms, CARL), CARL);
        });
        assertThat(afterARestart()).isEqualTo(RoomState.NEW);
    }

    @Test
    void shouldBelongToItsMakerOnceSomethingHasHappened() throws StoreException {
        run(rooms -> {
            Room anns = make(rooms, ANN);
            anns.settings().invite(BOB).join();
            say(anns, ANN);
            anns.exit(ANN);
        });
        assertThat(afterARestart().owners()).containsExactly(ANN.account());
        assertThat(afterARestart().invited()).containsExactly(BOB.account());
    }

    @Test
    void shouldBelongToItsMakerAlsoIfSomebodyElseComesAndWritesFirst() throws StoreException {
        run(rooms -> {
            Room anns = rooms.make(DEN, ANN).orElseThrow();
            assertThat(anns.enter(CARL)).isTrue();
            say(anns, CARL);
            assertThat(anns.enter(ANN)).isTrue();
            assertThat(anns.isOwner(ANN)).isTrue();
            assertThat(anns.isOwner(CARL)).isFalse();
        });
        assertThat(afterARestart().owners()).containsExactly(ANN.account());
    }

    @Test
    void shouldStayWhoseItIsWhenItWasLockedForAWhile() throws StoreException {
        run(rooms -> {
            Room anns = make(rooms, ANN);
            anns.settings().lock().join();
            anns.settings().unlock().join();
            anns.exit(ANN);
            assertThat(rooms.find(DEN)).containsSame(anns);
            assertThat(anns.enter(CARL)).isTrue();
            assertThat(anns.isOwner(CARL)).isFalse();
        });
        run(rooms -> {
            Room anns = rooms.find(DEN).orElseThrow();
            assertThat(anns.enter(CARL)).isTrue();
            anns.exit(CARL);
            assertThat(rooms.find(DEN)).containsSame(anns);
        });
        assertThat(afterARestart().owners()).containsExactly(ANN.account());
    }
}
