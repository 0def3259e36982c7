package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import chat.common.RoomName;
import chat.common.event.Keeping;
import chat.common.event.Message;
import chat.server.room.Draft;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a real file system does to a server that runs: it becomes full or read-only, or files are moved about. */
@Execution(ExecutionMode.CONCURRENT) // it mostly waits for the disk
class BrokenDiskTest {
    private static final Keeping FULL = new Keeping(false, "the disk is full");
    private static final Keeping READ_ONLY = new Keeping(false, "its file is read-only");
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Health.class);
    private static final Keeping GONE = new Keeping(false, "its file was moved or removed");

    @TempDir
    private Path directory;

    private final List<Keeping> told = new CopyOnWriteArrayList<>();
    private boolean mounted;

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(run("umount", "-l", mount().toString())).isTrue();
        }
    }

    private Path mount() {
        return directory.resolve("mnt");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** A file system in a file. */
    private Path mountFileSystem() throws IOException, InterruptedException {
        Path image = directory.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(16 << 20);
        }
        Files.createDirectories(mount());
        mounted = run("mkfs.ext4", "-q", image.toString())
                && run("mount", "-o", "loop", image.toString(), mount().toString());
        assumeThat(mounted).as("may make and mount a file system").isTrue();
        return mount().resolve("data");
    }

    private SqliteStore open(Path data) throws StoreException {
        SqliteStore store = SqliteStore.open(StoreSettings.in(data), InstantSource.system());
        store.listen(told::add);
        return store;
    }

    private void awaitTold(Keeping... keeping) {
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> told.size() >= keeping.length);
        assertThat(told).containsExactly(keeping);
    }

    @Test
    void shouldGoOnByItselfWhenThereIsRoomAgain() throws IOException, InterruptedException {
        Path data = mountFileSystem();
        List<Entry> kept;
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "before");
            assertThat(lobby.refused()).isEmpty();
            Path ballast = fill();
            for (int i = 0; lobby.refused().isEmpty() && i < 3000; i++) {
                lobby.say("ann", "x".repeat(2000)).kept();
            }
            lobby.say("ann", "meanwhile").say("ann", "meanwhile");
            assertThat(lobby.refused()).hasSizeGreaterThan(2).containsOnly("the disk is full");
            assertThat(told).containsExactly(FULL);

            Files.delete(ballast);
            awaitTold(FULL, Keeping.AGAIN); // although nobody says anything
            int refused = lobby.refused().size();
            kept = lobby.say("ann", "after").kept();
            assertThat(lobby.refused()).hasSize(refused);
        }
        assertSame(data, kept);
    }

    @Test
    void shouldRefuseWhileItsFilesAreReadOnly() throws IOException, InterruptedException {
        Path data = mountFileSystem();
        List<Entry> kept;
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "before");
            lobby.kept();
            String[] files = {
                data.resolve("chat.db").toString(), data.resolve("chat.db-wal").toString()
            };
            assumeThat(run("chattr", "+i", files[0], files[1]))
                    .as("may make files read-only")
                    .isTrue();
            try {
                lobby.say("ann", "meanwhile");
                assertThat(lobby.refused()).containsExactly("its file is read-only");
                assertThat(store.history().after(RoomName.LOBBY, 0, 10).join().entries())
                        .hasSize(1);
            } finally {
                assertThat(run("chattr", "-i", files[0], files[1])).isTrue();
            }
            awaitTold(READ_ONLY, Keeping.AGAIN);
            kept = lobby.say("ann", "after").kept();
        }
        assertSame(data, kept);
    }

    /** What a system does to a disk that fails. */
    @Test
    void shouldRefuseWhenTheSystemMakesTheFileSystemReadOnly() throws IOException, InterruptedException {
        Path data = mountFileSystem();
        List<Entry> kept;
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "before");
            kept = lobby.kept();
            assumeThat(run("mount", "-o", "remount,abort", mount().toString()))
                    .as("may have a file system give up")
                    .isTrue();
            lobby.say("ann", "meanwhile").say("ann", "meanwhile");
            assertThat(lobby.refused())
                    .hasSize(2)
                    .containsAnyOf("its file is read-only", "the disk reports errors")
                    .allMatch(why -> why.startsWith("its file") || why.startsWith("the disk"));
            assertThat(store.history().after(RoomName.LOBBY, 0, 10).join().entries())
                    .hasSize(1);
        }
        assertThat(run("umount", mount().toString())).isTrue();
        mounted = false;
        assertThat(run("mount", "-o", "loop", directory.resolve("image").toString(), mount().toString()))
                .isTrue();
        mounted = true;
        assertSame(data, kept);
    }

    @Test
    void shouldRefuseWhileItsFileIsSomewhereElse() throws IOException {
        Path data = directory.resolve("data");
        Path file = data.resolve("chat.db");
        List<Entry> kept;
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "before");
            lobby.kept();
            Files.move(file, data.resolve("elsewhere"));
            lobby.say("ann", "meanwhile");
            assertThat(lobby.refused()).containsExactly("its file was moved or removed");

            Files.copy(data.resolve("elsewhere"), file);
            lobby.say("ann", "to another file");
            assertThat(lobby.refused()).hasSize(2);

            Files.delete(file);
            Files.move(data.resolve("elsewhere"), file);
            awaitTold(GONE, Keeping.AGAIN);
            kept = lobby.say("ann", "after").kept();
        }
        assertSame(data, kept);
    }

    @Test
    void shouldRefuseWhenItsFileIsRemoved() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Path data = directory.resolve("data");
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "before");
            lobby.kept();
            Files.delete(data.resolve("chat.db-wal"));
            log.start();
            LOG.addAppender(log);
            lobby.say("ann", "meanwhile");
            assertThat(lobby.refused()).containsExactly("its file was moved or removed");
            assertThat(told).containsExactly(GONE);
        } finally {
            LOG.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("Messages cannot be kept in " + data.resolve("chat.db")
                        + " and are refused: its file was moved or removed. Put it back, or start the server again");
    }

    @Test
    void shouldSayWhatIsWrongWithTheDisk() {
        Database database = new Database(directory.resolve("chat.db"));
        assertThat(Stream.of(
                                SQLiteErrorCode.SQLITE_FULL,
                                SQLiteErrorCode.SQLITE_READONLY_DBMOVED,
                                SQLiteErrorCode.SQLITE_CORRUPT,
                                SQLiteErrorCode.SQLITE_BUSY,
                                SQLiteErrorCode.SQLITE_ERROR)
                        .map(code -> database.reason(new SQLiteException("x", code))))
                .containsExactly(
                        "the disk is full",
                        "its file is read-only",
                        "its file is damaged",
                        "another program holds its file",
                        "its file cannot be written");
    }

    /** Nothing is lost, nothing is there twice, and there are no holes. */
    private void assertSame(Path data, List<Entry> kept) throws StoreException {
        assertThat(kept)
                .extracting(Entry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, kept.size()).boxed().toList());
        try (SqliteStore store = open(data)) {
            assertThat(store.rooms().get(0).sequence()).isEqualTo(kept.size());
            List<Entry> stored = store.history()
                    .before(RoomName.LOBBY, Long.MAX_VALUE, 100)
                    .join()
                    .entries();
            assertThat(stored)
                    .extracting(entry -> ((Message) entry.event()).text())
                    .containsExactlyElementsOf(kept.subList(Math.max(0, kept.size() - 100), kept.size()).stream()
                            .map(entry -> ((Message) entry.event()).text())
                            .toList());
            assertThat(stored).allMatch(entry -> entry.mark() == Draft.UNMARKED);
        }
    }

    /** Takes all the room there is; what to delete to have it back. */
    private Path fill() throws IOException {
        Path ballast = mount().resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            byte[] some = new byte[4096];
            for (int i = 0; i < 10_000; i++) {
                out.write(some);
            }
        } catch (IOException e) {
            return ballast; // that was all
        }
        return ballast;
    }
}
