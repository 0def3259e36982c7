package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.common.RoomName;
import chat.common.event.Message;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import chat.server.room.History;
import chat.server.room.RoomState;
import chat.server.room.StoredRoom;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is still there when a store is opened again, and what has been let go of. */
@Execution(ExecutionMode.CONCURRENT) // it mostly waits for the disk
class SqliteStoreTest {
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName STAFF = new RoomName("staff");

    @TempDir
    private Path directory;

    private final AtomicLong clock =
            new AtomicLong(Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());

    private SqliteStore open() throws StoreException {
        return open(StoreSettings.in(directory));
    }

    private SqliteStore open(StoreSettings settings) throws StoreException {
        return SqliteStore.open(settings, () -> Instant.ofEpochMilli(clock.get()));
    }

    private long ask(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldBeTheSameWhenOpenedAgain() throws StoreException {
        String era;
        List<Entry> said;
        try (SqliteStore store = open()) {
            era = store.era();
            Drafts lobby =
                    new Drafts(store, LOBBY).join("ann").say("ann", "one").join("bob");
            said = lobby.say("bob", "two").kept();
            new Drafts(store, STAFF).join("ann").kept();
            store.keep(STAFF, new RoomState("tea & cakes", "abc"));
        }
        try (SqliteStore store = open()) {
            assertThat(store.era()).isEqualTo(era);
            assertThat(store.rooms()).extracting(StoredRoom::name).containsExactly(LOBBY, STAFF);
            assertThat(store.rooms().get(1).state()).isEqualTo(new RoomState("tea & cakes", "abc"));
            assertThat(store.rooms().get(0))
                    .returns(4L, StoredRoom::sequence)
                    .returns(2L, StoredRoom::messages)
                    .returns(RoomState.NEW, StoredRoom::state);
            assertThat(store.rooms().get(0).latest())
                    .filteredOn(Entry::isHistory)
                    .extracting(Entry::event)
                    .containsExactlyElementsOf(said.stream()
                            .filter(Entry::isHistory)
                            .map(Entry::event)
                            .toList());
            assertThat(store.rooms().get(0).latest()).hasSameSizeAs(said);
            Drafts lobby = new Drafts(store, LOBBY).say("ann", "three");
            assertThat(lobby.kept())
                    .extracting(Entry::sequence, Entry::messages)
                    .containsExactly(tuple(5L, 3L));
            assertThat(store.history().before(LOBBY, Long.MAX_VALUE, 10).join().entries())
                    .hasSize(5);
        }
    }

    @Test
    void shouldBeginWithTheLatestTwentyMessages() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 30).forEach(i -> lobby.say("ann", "line " + i).join("bob"));
            lobby.kept();
        }
        try (SqliteStore store = open()) {
            List<Entry> latest = store.rooms().get(0).latest();
            assertThat(latest).filteredOn(entry -> entry.event().isMessage()).hasSize(20);
            assertThat(((Message) latest.get(0).event()).text()).isEqualTo("line 10");
            assertThat(new Drafts(store, LOBBY).log().end()).isEqualTo(61);
        }
    }

    @Test
    void shouldKeepATopicBeforeAnythingIsSaid() throws StoreException {
        try (SqliteStore store = open()) {
            store.keep(STAFF, new RoomState("old", ""));
            store.keep(STAFF, new RoomState("new", ""));
        }
        try (SqliteStore store = open()) {
            assertThat(store.rooms())
                    .singleElement()
                    .extracting(StoredRoom::state)
                    .isEqualTo(new RoomState("new", ""));
            assertThat(new Drafts(store, STAFF).say("ann", "hi").kept())
                    .extracting(Entry::sequence)
                    .containsExactly(1L);
        }
    }

    @Test
    void shouldForgetARoomThatNeverWas() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY).say("ann", "hi");
            lobby.kept();
            for (int i = 0; i < 100; i++) {
                new Drafts(store, STAFF);
                store.forget(STAFF);
            }
            Awaitility.await().until(() -> store.size() == 1);
            assertThat(new Drafts(store, STAFF).say("ann", "here").kept()).hasSize(1);
            store.forget(STAFF); // which it would not be told of a room that was used
            lobby.say("ann", "later").kept();
            assertThat(store.size()).isEqualTo(2);
            assertThat(store.history().after(STAFF, 0, 9).join().entries()).hasSize(1);
        }
    }

    @Test
    void shouldRefuseWhatComesAfterTheEnd() throws StoreException {
        SqliteStore store = open();
        Drafts lobby = new Drafts(store, LOBBY).say("ann", "before");
        store.close();
        lobby.say("ann", "behind");

        assertThat(lobby.kept()).hasSize(1);
        assertThat(lobby.refused()).containsExactly("it is stopping");
    }

    @Test
    void shouldLetGoOfWhatIsTooOldAndNeverGiveItsPlaceAgain() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 1000).forEach(i -> lobby.say("ann", "old " + i));
            lobby.kept();
            awaitIndex(store, "999");
            clock.addAndGet(Duration.ofDays(2).toMillis());
            new Drafts(store, STAFF).say("ann", "new").kept();
        }
        try (SqliteStore store = open(StoreSettings.in(directory).withKeep(Duration.ofDays(1)))) {
            Awaitility.await().until(() -> ask("SELECT count(*) FROM entry") == 1);
            assertThat(ask("SELECT count(*) FROM word WHERE word MATCH 'old'")).isZero();
            assertThat(store.history().before(LOBBY, Long.MAX_VALUE, 10).join())
                    .isEqualTo(new History.Page(List.of(), false, 1001));
        }
        try (SqliteStore store = open()) {
            assertThat(store.rooms().get(0))
                    .returns(1000L, StoredRoom::sequence)
                    .returns(1000L, StoredRoom::messages);
            assertThat(new Drafts(store, LOBBY).say("ann", "again").kept())
                    .extracting(Entry::sequence)
                    .containsExactly(1001L);
        }
    }

    @Test
    void shouldLetGoOfTheOldestWhenTheFileIsTooLarge() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 3000).forEach(i -> lobby.say("ann", i + " " + "x".repeat(900)));
            lobby.kept();
        }
        try (SqliteStore store = open(StoreSettings.in(directory).withKeepBytes(1 << 20))) {
            Awaitility.await()
                    .until(() -> ask("SELECT (p.page_count - f.freelist_count) * 4096"
                                    + " FROM pragma_page_count p, pragma_freelist_count f")
                            <= 1 << 20);
            History.Page page =
                    store.history().before(LOBBY, Long.MAX_VALUE, 500).join();
            assertThat(page.oldest()).isBetween(2000L, 2900L);
            assertThat(page.entries()).last().extracting(Entry::sequence).isEqualTo(3000L);
            assertThat(ask("SELECT count(*) FROM entry WHERE id & 0xffffffffff < " + page.oldest()))
                    .isZero();
        }
    }

    @Test
    void shouldRefuseWhileAnotherProgramHoldsTheFileAndGoOnAfterwards() throws StoreException, SQLException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY).say("ann", "before");
            assertThat(lobby.kept()).hasSize(1);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                    Statement statement = other.createStatement()) {
                statement.executeUpdate("BEGIN IMMEDIATE");
                lobby.say("ann", "meanwhile");
                assertThat(lobby.refused()).containsExactly("another program holds its file");
            }
            lobby.say("ann", "after");
            assertThat(lobby.kept()).extracting(Entry::sequence).containsExactly(1L, 2L);
        }
    }

    @Test
    void shouldHoldNothingOpenBetweenTwoPages() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 500).forEach(i -> lobby.say("ann", "word" + i));
            lobby.kept();
            awaitIndex(store, "word499");
            assertThat(store.history().after(LOBBY, 0, 10).join().more()).isTrue();
            assertThat(store.history()
                            .search(List.of(LOBBY), "word*", 10, null)
                            .join()
                            .more())
                    .isTrue();

            assertThat(ask("PRAGMA wal_checkpoint(TRUNCATE)"))
                    .as("whether a reader is in the way")
                    .isZero();
            assertThat(directory.resolve("chat.db-wal")).isEmptyFile();
        }
    }

    @Test
    void shouldAnswerNothingAfterTheEnd() throws StoreException {
        SqliteStore store = open();
        store.close();

        assertThat(store.history().after(LOBBY, 0, 10)).isCompletedExceptionally();
    }

    @Test
    void shouldFindWhatWasNotIndexedBeforeTheEnd() throws StoreException {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 5000).forEach(i -> lobby.say("ann", "word" + i));
        }
        try (SqliteStore store = open()) {
            awaitIndex(store, "word4999");
            assertThat(store.history()
                            .search(List.of(LOBBY), "word0", 10, null)
                            .join()
                            .entries())
                    .hasSize(1);
        }
        assertThat(ask("SELECT count(*) FROM word")).isEqualTo(5000);
    }

    private static void awaitIndex(SqliteStore store, String word) {
        Awaitility.await()
                .until(() -> !store.history()
                        .search(List.of(LOBBY), word, 1, null)
                        .join()
                        .entries()
                        .isEmpty());
    }
}
