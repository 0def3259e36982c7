package chat.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.common.RoomName;
import chat.server.SmallDisk;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A real file system that is full while people talk, or read-only at the start. Needs the right to mount one. */
@Execution(ExecutionMode.CONCURRENT) // it mostly waits for the disk
class FullDiskTest {
    @TempDir
    private Path directory;

    @AutoClose
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = SmallDisk.over(directory, 2);
    }

    @Test
    void shouldRefuseWhileTheDiskIsFullAndGoOnWhenThereIsRoom() throws IOException {
        Path data = directory.resolve("data");
        List<Entry> kept;
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "before");
            assertThat(lobby.refused()).isEmpty();
            Path ballast = fill();
            for (int i = 0; lobby.refused().isEmpty() && i < 2000; i++) {
                lobby.say("ann", "x".repeat(2000)).kept();
            }
            assertThat(lobby.refused()).isNotEmpty().containsOnly("the disk is full");

            disk.delete(ballast);
            int before = lobby.refused().size();
            lobby.say("ann", "after");
            assertThat(lobby.refused()).hasSize(before);
            kept = lobby.kept();
            assertThat(kept)
                    .extracting(Entry::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, kept.size()).boxed().toList());
        }
        try (SqliteStore store = open(data)) {
            assertThat(store.rooms().get(0).sequence()).isEqualTo(kept.size());
            assertThat(store.history().after(RoomName.LOBBY, 0, 500).join().entries())
                    .extracting(Entry::event)
                    .containsExactlyElementsOf(
                            kept.stream().limit(500).map(Entry::event).toList());
        }
    }

    @Test
    void shouldNotBeginWhileTheDiskIsFull() throws IOException {
        Path data = directory.resolve("data");
        Files.createDirectory(data);
        Path ballast = fill();
        assertRefused(data, data.resolve("chat.db") + " cannot be ");
        assertThat(data).isDirectoryNotContaining("glob:**chat.db*");
        disk.delete(ballast);
        open(data).close();
    }

    @Test
    void shouldNotOpenAFileWhileTheDiskIsFull() throws IOException {
        Path data = directory.resolve("data");
        open(data).close();
        Path ballast = fill();
        assertRefused(data, data.resolve("chat.db") + " cannot be opened, since the disk is full: make some room");
        disk.delete(ballast);
        open(data).close();
    }

    @Test
    void shouldNotChangeAnOlderFileWithoutRoomForItsCopy() throws Exception {
        Path data = directory.resolve("data");
        try (SqliteStore store = open(data)) {
            Drafts lobby = new Drafts(store, RoomName.LOBBY);
            for (int i = 0; i < 200; i++) {
                lobby.say("ann", "x".repeat(2000));
            }
            lobby.kept();
        }
        Path ballast = fill();
        try (FileChannel all = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
            all.truncate(all.size() - 128 * 1024);
        }
        Schema newer = new Schema(
                new Database(data.resolve("chat.db")),
                InstantSource.system(),
                1001,
                List.of(Schema.STEPS, "classpath:chat/server/migration/good"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(newer::prepare)
                .withMessage(
                        data.resolve("chat.db") + " was written by an older version, and there is no room for the copy"
                                + " that is made before it is changed: make 1 MB of room on that disk, or start the older version.");
        disk.delete(ballast);
        newer.prepare();
        assertThat(data).isDirectoryContaining("glob:**chat-v" + Schema.VERSION + "-*.db");
    }

    @Test
    void shouldMakeNoBackupWithoutRoom() throws IOException {
        Path data = directory.resolve("data");
        open(data).close();
        Path ballast = fill();
        Path copy = directory.resolve("copy.db");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Backup.make(data, copy, false, Progress.NONE))
                .withMessage("No backup was made: the disk is full.");
        assertThat(directory).isDirectoryNotContaining("glob:**copy.db*");
        disk.delete(ballast);
        assertThat(Backup.make(data, copy, false, Progress.NONE)).isPositive();
    }

    @Test
    void shouldNotStartWhereNothingCanBeWritten() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        open(data).close();
        // not while a program that another test starts just now still has our files open
        Awaitility.await().until(() -> SmallDisk.run("mount", "-o", "remount,ro", directory.toString()));
        assertRefused(data, "Nothing can be kept in " + data + ": ");
        assertThat(SmallDisk.run("mount", "-o", "remount,rw", directory.toString()))
                .isTrue();
        open(data).close();
    }

    @Test
    void shouldNotStartWithAFileThatIsReadOnly() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        open(data).close();
        String file = data.resolve("chat.db").toString();
        assertThat(SmallDisk.run("mount", "--bind", file, file)).isTrue();
        try {
            assertThat(SmallDisk.run("mount", "-o", "remount,ro,bind", file)).isTrue();
            assertRefused(data, file + " is read-only: ");
        } finally {
            assertThat(SmallDisk.run("umount", "-l", file)).isTrue();
        }
        open(data).close();
    }

    private static void assertRefused(Path data, String sentence) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(data))
                .withMessageStartingWith(sentence);
    }

    private static SqliteStore open(Path data) throws StoreException {
        return SqliteStore.open(StoreSettings.in(data), InstantSource.system());
    }

    /** Takes all the room there is; what to delete to have it back. */
    private Path fill() throws IOException {
        disk.settle();
        Path ballast = directory.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            byte[] some = new byte[1024];
            for (int i = 0; i < 10_000; i++) {
                out.write(some);
            }
        } catch (IOException e) {
            return ballast; // that was all
        }
        return ballast;
    }
}
