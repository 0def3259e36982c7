package chat.server.store;

import chat.bench.Measured;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.server.room.Draft;
import chat.server.room.Entry;
import chat.server.room.Journal;
import chat.server.room.MemoryStore;
import chat.server.room.Receipt;
import chat.server.room.RoomLog;
import chat.server.room.RoomStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** From a draft to the receipt that says it is kept. */
public class JournalBenchmark extends Measured {
    /** As many as a room lets in before publishers wait. */
    private static final int BATCH = 2000;

    /** In memory, or on the disk that holds the directory for temporary files. */
    @Param({"memory", "sqlite"})
    public String store = "";

    private final Semaphore kept = new Semaphore(0);
    private final Receipt receipt = new Counting(kept);
    private @Nullable Path directory;
    private @Nullable RoomStore open;
    private @Nullable Journal journal;

    private record Counting(Semaphore kept) implements Receipt {
        @Override
        public void kept(Entry entry) {
            kept.release();
        }

        @Override
        public void refused(Draft draft, String why) {
            throw new IllegalStateException(why);
        }
    }

    /** Opens an empty store. */
    @Setup
    public void openStore() throws IOException {
        RoomStore opened;
        if (store.equals("sqlite")) {
            Path made = Files.createTempDirectory("journal");
            directory = made;
            opened = SqliteStore.open(StoreSettings.in(made), InstantSource.system());
        } else {
            opened = new MemoryStore(InstantSource.system());
        }
        open = opened;
        journal = opened.journal(RoomName.LOBBY, new RoomLog(1024, 1L << 20));
    }

    /** Lets go of it, and of its files. */
    @TearDown
    public void closeStore() throws IOException {
        Objects.requireNonNull(open).close();
        Path made = directory;
        if (made != null) {
            try (Stream<Path> files = Files.walk(made)) {
                files.sorted(Comparator.reverseOrder()).forEach(JournalBenchmark::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message when nothing else is going on: what a journal adds to its way. */
    @Benchmark
    public void one() throws InterruptedException {
        append();
        kept.acquire();
    }

    /** A message of many at once. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void many() throws InterruptedException {
        for (int i = 0; i < BATCH; i++) {
            append();
        }
        kept.acquire(BATCH);
    }

    private void append() {
        Message message = new Message(RoomName.LOBBY, UserName.of("ann"), TEXT);
        Objects.requireNonNull(journal)
                .append(new Draft(message, Draft.NOBODY, Draft.UNMARKED, Draft.UNREGISTERED), receipt);
    }
}
