package chat.server.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.Topic;
import chat.server.room.Draft;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import chat.server.room.NotKeptException;
import chat.server.room.Removal;
import chat.server.room.Traces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed is gone from every byte of every file. */
class RemovalTest {
    private static final long ANN = 0x1122334455667788L;
    private static final long BOB = -7;
    private static final RoomName LOBBY = RoomName.LOBBY;

    @TempDir
    private Path directory;

    private final AtomicLong clock =
            new AtomicLong(Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());

    private SqliteStore open() throws StoreException {
        return SqliteStore.open(StoreSettings.in(directory), () -> Instant.ofEpochMilli(clock.get()));
    }

    private static void say(Drafts room, RoomName name, String from, long mark, String text) {
        room.append(new Draft(new Message(name, UserName.of(from), text), Draft.NOBODY, mark, 0));
    }

    private static List<Removal> remove(SqliteStore store) throws Exception {
        List<Removal> removals = new ArrayList<>();
        store.remove(new Traces(Set.of(ANN), Set.of()), removals::add).get(60, TimeUnit.SECONDS);
        return removals;
    }

    @Test
    void shouldLeaveNothingButPlaces() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            say(lobby, LOBBY, "ann", ANN, "mine");
            say(lobby, LOBBY, "ann", ANN, "mine, too");
            say(lobby, LOBBY, "bob", BOB, "yours");
            lobby.append(new Draft(new Topic(LOBBY, UserName.of("ann"), "lunch"), Draft.NOBODY, ANN, 0));

            List<Removal> removals = remove(store);
            assertThat(removals)
                    .containsExactly(new Removal(
                            LOBBY,
                            3,
                            List.of(new Removal.Span(1, 2), new Removal.Span(4, 4)),
                            false,
                            Set.of("lunch"),
                            4));
            List<Entry> entries = store.history().after(LOBBY, 0, 10).join().entries();
            assertThat(entries).extracting(Entry::sequence).containsExactly(1L, 2L, 3L, 4L);
            assertThat(entries).extracting(Entry::messages).containsExactly(1L, 2L, 3L, 3L);
            assertThat(entries).extracting(Entry::isEmpty).containsExactly(true, true, false, true);
            assertThat(store.history()
                            .search(List.of(LOBBY), "mine", 10, null)
                            .join()
                            .entries())
                    .isEmpty();
            assertThat(remove(store)).isEmpty();
        }
        try (SqliteStore store = open()) {
            assertThat(store.rooms().get(0).latest())
                    .filteredOn(entry -> !entry.isEmpty())
                    .extracting(entry -> ((Authored) entry.event()).text())
                    .containsExactly("yours");
        }
    }

    /** Whose marks nobody knows any more. */
    @Test
    void shouldFindWhatWasWrittenUnderANameSinceAMoment() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            say(lobby, LOBBY, "Eve", ANN, "long ago");
            say(lobby, LOBBY, "bob", BOB, "yours");
            lobby.kept();
            clock.addAndGet(60_000);
            say(lobby, LOBBY, "Eve", ANN, "lately");
            say(lobby, LOBBY, "bob", BOB, "yours, too");
            lobby.kept();

            Traces traces =
                    new Traces(Set.of(), Set.of(UserName.of("eve")), Set.of(), Optional.of(LOBBY), clock.get() - 1000);
            store.remove(traces, removal -> {}).get(60, TimeUnit.SECONDS);
            assertThat(store.history().after(LOBBY, 0, 10).join().entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(false, false, true, false);
        }
    }

    @Test
    void shouldForgetThatTheyCameAndWent() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            UserName ann = UserName.of("Anneliese");
            lobby.append(new Draft(new Presence(LOBBY, List.of(ann), List.of(), List.of()), Draft.NOBODY, 0, 0));
            lobby.append(new Draft(
                    new Presence(LOBBY, List.of(UserName.of("bob")), List.of(), List.of()), Draft.NOBODY, 0, 0));
            lobby.append(new Draft(new Presence(LOBBY, List.of(), List.of(ann), List.of()), Draft.NOBODY, 0, 0));
            lobby.kept();

            store.remove(
                            new Traces(Set.of(ANN), Set.of(UserName.of("anneliese"))),
                            removal -> assertThat(removal.lines()).isZero())
                    .get(60, TimeUnit.SECONDS);
            assertThat(store.history().after(LOBBY, 0, 10).join().entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(true, false, true);
            assertThat(occurrences("Anneliese")).isZero();
            assertThat(occurrences("bob")).isPositive();
        }
    }

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

    private boolean isIndexed() {
        return ask("SELECT count(*) FROM room r WHERE indexed < (SELECT max(e.id) & 0xffffffffff FROM entry e"
                        + " WHERE e.id >> 40 = r.id)")
                .equals("0");
    }

    @Test
    void shouldCoverWhatIsUnderwayAndWhatIsNotIndexedYet() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            for (int i = 0; i < 2000; i++) {
                say(lobby, LOBBY, "ann", ANN, "xsecret" + i);
            }
            List<Removal> removals = remove(store);
            assertThat(removals).extracting(Removal::lines).containsExactly(2000L);
            assertThat(removals.get(0).spans()).containsExactly(new Removal.Span(1, 2000));
            assertThat(occurrences("xsecret")).isZero();
            say(lobby, LOBBY, "bob", BOB, "findme");
            lobby.kept();
            Awaitility.await()
                    .until(() -> store.history()
                                    .search(List.of(LOBBY), "findme", 1, null)
                                    .join()
                                    .entries()
                                    .size()
                            == 1);
            assertThat(occurrences("xsecret")).isZero();
        }
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void shouldKeepToTheSameMarksAfterTheServerHasStopped() throws Exception {
        byte[] secret;
        try (SqliteStore store = open()) {
            secret = store.secret();
            assertThat(secret).hasSize(32);
        }
        try (SqliteStore store = open()) {
            assertThat(store.secret()).isEqualTo(secret);
            assertThat(store.keeps()).contains(Duration.ZERO);
        }
        assertThat(Files.readString(directory.resolve("chat.db"), ISO_8859_1))
                .doesNotContain(new String(secret, ISO_8859_1));
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

    private long occurrences(String text) throws IOException {
        long count = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, ISO_8859_1);
                for (int at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
                    count++;
                }
            }
        }
        return count;
    }

    private long bytes(long number) throws IOException {
        return occurrences(
                new String(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), ISO_8859_1));
    }

    private String ask(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.db"));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
