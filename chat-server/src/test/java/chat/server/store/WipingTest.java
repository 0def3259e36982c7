package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.RoomName;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import chat.server.room.NotKeptException;
import chat.server.room.Removal;
import chat.server.room.Traces;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is removed is gone from every byte of every file. */
class WipingTest extends RemovalFixture {
    @Test
    void shouldWipeEveryByte() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<RoomName> names =
                Stream.of("lobby", "a", "b", "c", "d", "e").map(RoomName::new).toList();
        try (SqliteStore store = open()) {
            List<Drafts> rooms =
                    names.stream().map(name -> new Drafts(store, name)).toList();
            for (int i = 0; i < 12_000; i++) {
                int room = random.nextInt(rooms.size());
                boolean mine = random.nextInt(8) == 0;
                String text = "abcdef ".repeat(random.nextInt(30)) + (mine ? "zq" + i + "xsecret" : "open" + i);
                say(rooms.get(room), names.get(room), mine ? "ann" : "bob", mine ? ANN : BOB, text);
                if (i % 64 == 0) {
                    rooms.get(room).kept();
                }
            }
            rooms.forEach(Drafts::kept);
            assertThat(occurrences("xsecret")).as("seed %d", seed).isPositive();
            Awaitility.await().atMost(30, TimeUnit.SECONDS).until(this::isIndexed);

            long removed = remove(store).stream().mapToLong(Removal::lines).sum();
            assertThat(removed).isGreaterThan(1000);
            assertThat(occurrences("xsecret")).as("of seed %d", seed).isZero();
            assertThat(occurrences("zq1")).as("tokens of seed %d", seed).isZero();
            assertThat(bytes(ANN)).as("marks of seed %d", seed).isZero();

            for (int i = 0; i < 3000; i++) { // nothing comes back from what the writer remembers
                int room = random.nextInt(rooms.size());
                say(rooms.get(room), names.get(room), "bob", BOB, "later " + "x".repeat(random.nextInt(300)));
            }
            rooms.forEach(Drafts::kept);
            assertThat(occurrences("xsecret")).as("later, of seed %d", seed).isZero();
        }
        assertThat(occurrences("xsecret")).as("at the end, of seed %d", seed).isZero();
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
        ask("INSERT INTO word (word) VALUES ('integrity-check')");
    }

    @Test
    void shouldNotTouchAFileWhosePagesItCannotTellApart() throws Exception {
        try (SqliteStore store = open()) {
            say(new Drafts(store, LOBBY), LOBBY, "ann", ANN, "mine");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA auto_vacuum = FULL");
            statement.execute("VACUUM");
        }
        try (SqliteStore store = open()) {
            assertThatThrownBy(() -> remove(store)).hasRootCauseInstanceOf(NotKeptException.class);
            assertThat(store.history().after(LOBBY, 0, 9).join().entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(true);
        }
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void shouldTellWhenAnotherProgramReadsAndGoOnWithTheNext() throws Exception {
        try (SqliteStore store =
                        SqliteStore.open(StoreSettings.in(directory), InstantSource.system(), Duration.ofMillis(300));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement reading = other.createStatement()) {
            Drafts lobby = new Drafts(store, LOBBY);
            say(lobby, LOBBY, "ann", ANN, "mine");
            say(lobby, LOBBY, "bob", BOB, "xsecret");
            lobby.kept();
            reading.execute("BEGIN");
            reading.executeQuery("SELECT count(*) FROM entry").close();

            assertThatThrownBy(() -> remove(store))
                    .hasRootCauseInstanceOf(NotKeptException.class)
                    .hasRootCauseMessage("another program reads its file");
            assertThat(store.history().after(LOBBY, 0, 9).join().entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(true, false);

            CompletableFuture<Void> next = store.remove(new Traces(Set.of(BOB), Set.of()), removal -> {});
            reading.execute("ROLLBACK");
            next.get(60, TimeUnit.SECONDS);
            assertThat(occurrences("mine")).isZero();
            assertThat(occurrences("xsecret")).isZero();
        }
    }

    @Test
    void shouldTellWhenTheServerStopsMeanwhile() throws Exception {
        List<CompletableFuture<Void>> removals = new ArrayList<>();
        SqliteStore store = open();
        try (store) {
            Drafts lobby = new Drafts(store, LOBBY);
            for (int i = 0; i < 500; i++) {
                say(lobby, LOBBY, "ann", ANN, "mine" + i);
            }
            for (int i = 0; i < 16; i++) {
                removals.add(store.remove(new Traces(Set.of(ANN), Set.of()), removal -> {}));
            }
        }
        removals.add(store.remove(new Traces(Set.of(ANN), Set.of()), removal -> {}));
        assertThat(removals).allMatch(CompletableFuture::isDone);
        assertThatThrownBy(removals.get(16)::get).hasRootCauseMessage("the server is stopping");
    }
}
