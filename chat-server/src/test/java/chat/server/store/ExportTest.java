package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Topic;
import chat.server.room.Drafts;
import chat.server.room.RoomKey;
import chat.server.room.RoomState;
import chat.server.room.StoredRoom;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms as lines of JSON, out of one file and into another. */
class ExportTest {
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName STAFF = new RoomName("staff");
    private static final Export.Selection ALL = new Export.Selection(null, null, false);
    private static final Export.Selection WITH_KEYS = new Export.Selection(null, null, true);

    @TempDir
    private Path directory;

    private final AtomicLong clock =
            new AtomicLong(Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());

    private Path from;
    private Path into;

    @BeforeEach
    void fill() throws StoreException {
        from = directory.resolve("from");
        into = directory.resolve("into");
        try (SqliteStore store = open(from)) {
            Drafts staff = new Drafts(store, STAFF).join("ann").tell(new Topic(STAFF, UserName.of("ann"), "\"tea\""));
            store.keep(STAFF, new RoomState("\"tea\"", RoomKey.lock("secret")));
            Drafts lobby = new Drafts(store, LOBBY).join("ann").say("ann", "héllo \ud83d\ude00 \\ \"x\"");
            lobby.kept();
            staff.kept();
            clock.addAndGet(Duration.ofDays(1).toMillis());
            lobby.tell(new Action(LOBBY, UserName.of("ann"), "waves")).kept();
            staff.say("ann", "secret").kept();
        }
    }

    private SqliteStore open(Path data) throws StoreException {
        return SqliteStore.open(StoreSettings.in(data), () -> Instant.ofEpochMilli(clock.get()));
    }

    private static String export(Path data, Export.Selection selection) throws IOException {
        StringBuilder out = new StringBuilder();
        Export.write(data, selection, out, Progress.NONE);
        return out.toString();
    }

    private static Import.Result load(Path data, String lines) throws IOException {
        return Import.read(data, new BufferedReader(new StringReader(lines)), Progress.NONE);
    }

    @Test
    void shouldWriteRoomsByNameAndTheirEntriesInOrder() throws IOException {
        List<String> lines = export(from, ALL).lines().toList();
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0))
                .matches("\\{\"event\":\"export\",\"format\":1,\"era\":\"\\w+\",\"rooms\":2,\"entries\":6}");
        assertThat(lines.get(1))
                .isEqualTo(
                        "{\"event\":\"room\",\"room\":\"lobby\",\"topic\":\"\",\"locked\":false,\"after\":0,\"messages\":0}");
        assertThat(lines.get(4)).contains("\"event\":\"action\"", "\"at\":\"2026-11-23T12:00:00.000Z\"");
        assertThat(lines.get(5))
                .startsWith("{\"event\":\"room\",\"room\":\"staff\",")
                .contains("\"locked\":true");
    }

    @Test
    void shouldBeTheSameAfterAnImport() throws IOException {
        String lines = export(from, WITH_KEYS);
        assertThat(load(into, lines)).isEqualTo(new Import.Result(6, 0, Map.of()));
        assertThat(export(into, WITH_KEYS)).isEqualTo(lines);
        try (SqliteStore before = open(from);
                SqliteStore after = open(into)) {
            assertThat(after.era()).isEqualTo(before.era());
            assertThat(after.rooms()).containsExactlyInAnyOrderElementsOf(before.rooms());
            Drafts lobby = new Drafts(after, LOBBY).say("ann", "goes on");
            assertThat(lobby.kept().get(0).sequence()).isEqualTo(4);
        }
    }

    @Test
    void shouldBeTheSameAgainWithManyEntries() throws IOException {
        try (SqliteStore store = open(from)) {
            Drafts lobby = new Drafts(store, LOBBY);
            IntStream.range(0, 5000).forEach(i -> lobby.say("bob", "line " + i));
            lobby.kept();
            String lines = export(from, ALL);
            load(into, lines);
            assertThat(export(into, ALL)).as("exported while a server runs").isEqualTo(lines);
        }
    }

    @Test
    void shouldAddNothingTwice() throws IOException {
        String lines = export(from, WITH_KEYS);
        load(into, lines);
        assertThat(load(into, lines)).isEqualTo(new Import.Result(0, 6, Map.of()));
        assertThat(export(into, WITH_KEYS)).isEqualTo(lines);
    }

    @Test
    void shouldAddWhatIsNew() throws IOException {
        load(into, export(from, WITH_KEYS));
        try (SqliteStore store = open(from)) {
            new Drafts(store, LOBBY).say("bob", "later").kept();
        }
        String later = export(from, WITH_KEYS);
        assertThat(load(into, later)).isEqualTo(new Import.Result(1, 6, Map.of()));
        assertThat(export(into, WITH_KEYS)).isEqualTo(later);
    }

    @Test
    void shouldKeepARoomLockedWhoseKeyIsNotTold() throws IOException {
        String lines = export(from, ALL);
        assertThat(lines).doesNotContain(RoomKey.lock("secret"));
        Import.Result result = load(into, lines);
        assertThat(result.keys()).containsOnlyKeys(STAFF);
        try (SqliteStore store = open(into)) {
            assertThat(store.rooms())
                    .filteredOn(room -> room.name().equals(STAFF))
                    .extracting(StoredRoom::state)
                    .containsExactly(
                            new RoomState("\"tea\"", RoomKey.lock(result.keys().get(STAFF))));
        }
        assertThat(load(into, lines).keys()).isEmpty();
        assertThat(export(into, ALL)).isEqualTo(lines);
    }

    @Test
    void shouldWriteOneRoomOrWhatIsNewer() throws IOException {
        assertThat(export(from, new Export.Selection(STAFF, null, false)).lines())
                .hasSize(5)
                .noneMatch(line -> line.contains("lobby"));
        String late = export(from, new Export.Selection(null, Instant.parse("2026-11-23T00:00:00Z"), false));
        assertThat(late.lines()).hasSize(5).noneMatch(line -> line.contains("presence"));
        assertThat(late).contains("\"after\":2,\"messages\":1");
        assertThat(load(into, late).added()).isEqualTo(2);
        assertThat(export(into, ALL)).isEqualTo(late);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> export(from, new Export.Selection(new RoomName("attic"), null, false)))
                .withMessage("There is no room attic in this file.");
    }

    @Test
    void shouldSayWhichLineIsBrokenAndImportNothing() throws IOException {
        String lines = export(from, ALL);
        assertRefused(
                lines.replace("\"from\":\"ann\",\"text\":\"secret\"", "\"text\":\"secret\""),
                "Nothing was imported: line 9: the field from is wrong (expected: to be there).");
        assertRefused(lines + "{\"event\":", "Nothing was imported: line 10: this is no JSON: ");
        assertRefused(
                lines + "{\"event\":\"pong\"}",
                "Nothing was imported: line 10: this does not belong to the room above it ");
        assertRefused(
                lines.substring(0, lines.lastIndexOf("{")),
                "Nothing was imported: line 9: the file ends here, with 2 rooms and 5 entries (expected: 2 and 6).");
        assertRefused("", "Nothing was imported: there is nothing in it (expected: an export).");
        assertRefused(
                lines.replace("\"format\":1", "\"format\":2"),
                "Nothing was imported: line 1: a newer version has written this (expected: format 1).");
        assertRefused(
                lines.replaceFirst("-2\"", "-1\""), "Nothing was imported: line 4: the field id is out of order ");
        assertThat(into).as("made for nothing").doesNotExist();
        load(into, lines);
    }

    @Test
    void shouldCountOneAsOne() throws IOException {
        String staff = export(from, new Export.Selection(STAFF, null, false));
        assertRefused(
                staff.lines().limit(3).collect(Collectors.joining("\n")),
                "Nothing was imported: line 4: the file ends here, with 1 room and 1 entry (expected: 1 and 3).");
    }

    @Test
    void shouldLeaveAloneWhatWasThereBeforeAnImportThatFails() throws IOException {
        Files.createDirectory(into);
        Path notes = Files.writeString(into.resolve("notes"), "mine");
        assertRefused("", "Nothing was imported: ");
        try (Stream<Path> left = Files.list(into)) {
            assertThat(left).containsExactly(notes);
        }
        load(into, export(from, ALL));
        String before = export(into, ALL);
        assertRefused("", "Nothing was imported: ");
        assertThat(export(into, ALL)).isEqualTo(before);
    }

    private void assertRefused(String lines, String sentence) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> load(into, lines))
                .withMessageStartingWith(sentence)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void shouldRefuseAnotherHistory() throws IOException {
        String lines = export(from, ALL);
        try (SqliteStore store = open(into)) {
            new Drafts(store, LOBBY).say("eve", "mine").kept();
        }
        assertRefused(lines, "Nothing was imported: line 1: this is of another server, ");
    }

    @Test
    void shouldRefuseAHistoryThatHasGoneAnotherWay() throws IOException {
        load(into, export(from, ALL));
        clock.addAndGet(1000);
        try (SqliteStore one = open(from);
                SqliteStore other = open(into)) {
            new Drafts(one, LOBBY).say("ann", "here").kept();
            clock.addAndGet(1000);
            new Drafts(other, LOBBY).say("ann", "there").kept();
        }
        assertRefused(
                export(from, ALL), "Nothing was imported: line 6: something else has happened here at this place");
    }

    @Test
    void shouldRefuseToLeaveAHole() throws IOException {
        load(into, export(from, ALL));
        try (SqliteStore store = open(from)) {
            Drafts lobby = new Drafts(store, LOBBY).say("ann", "missed");
            lobby.kept();
            clock.addAndGet(Duration.ofDays(1).toMillis());
            lobby.say("ann", "late").kept();
        }
        Instant since = Instant.ofEpochMilli(clock.get());
        assertRefused(
                export(from, new Export.Selection(LOBBY, since, false)),
                "Nothing was imported: line 2: this begins behind 4, and lobby ends at 3 here (expected: an export that"
                        + " begins earlier).");
    }

    @Test
    void shouldNotImportWhileAServerRuns() throws IOException {
        String lines = export(from, ALL);
        try (SqliteStore store = open(into)) {
            assertThat(store.rooms()).isEmpty();
            assertRefused(lines, "A server uses " + into + " already: stop it first, ");
        }
    }
}
