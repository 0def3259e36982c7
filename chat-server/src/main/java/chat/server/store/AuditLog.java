package chat.server.store;

import chat.common.RoomName;
import chat.common.event.JsonFields;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.server.audit.AuditEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file with a line of JSON for each thing that was done. It is opened for each line anew, so that it may be moved away
 * at any time. What cannot be written is written later.
 */
final class AuditLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    /** How much may wait in memory while it cannot be written; what comes then is read from the table again. */
    static final int MOST_WAITING = 10_000;

    /** How much is written at once. */
    static final int PAGE = 1000;

    /** The longest line, in bytes, with room to spare. */
    private static final int LONGEST = 8192;

    private static final long STOP_SECONDS = 3;

    private final Path file;
    private final LongConsumer written;
    private final LongFunction<List<AuditEntry>> after;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "audit");
        made.setDaemon(true);
        return made;
    });

    /** The thread's own. */
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();

    private boolean failing;

    /** Not everything that is missing waits in memory. */
    private boolean behind;

    /** The last number that is in the file. */
    private long last;

    /** Up to which number it was read from the table; what comes of it by the usual way is there already. */
    private long read;

    /**
     * Begins.
     *
     * @param written hears, on the log's thread, up to which number everything is in the file
     * @param after reads what comes behind a number, {@value #PAGE} at most; waits for the disk
     */
    AuditLog(Path file, LongConsumer written, LongFunction<List<AuditEntry>> after) {
        this.file = file;
        this.written = written;
        this.after = after;
    }

    /** The number of the last line that is whole; 0 if there is none. */
    long last() {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, in.size() - 2L * LONGEST);
            ByteBuffer end = ByteBuffer.allocate((int) (in.size() - from));
            int count;
            do {
                count = in.read(end, from + end.position());
            } while (count > 0);
            String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1).stripTrailing();
            String line = whole.substring(whole.lastIndexOf('\n') + 1);
            return line.isEmpty() ? 0 : JsonLines.read(line, object -> object.number("id"));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException | MalformedLineException e) {
            LOG.warn("The last line of {} cannot be read: {}", file, e.getMessage());
            return 0;
        }
    }

    /** Writes some more, later. Any thread. */
    void add(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            thread.execute(() -> write(entries));
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops; the rest is written at the next start");
        }
    }

    /** Does something when all that it was given before is written or has failed. Any thread. */
    CompletableFuture<Void> afterwards(Runnable task) {
        return CompletableFuture.runAsync(task, thread);
    }

    private void write(List<AuditEntry> entries) {
        behind |= failing && waiting.size() + entries.size() > MOST_WAITING;
        if (!behind) {
            entries.stream().filter(entry -> entry.id() > read).forEach(waiting::add);
        }
        try {
            writeWaiting();
            while (behind) {
                catchUp();
            }
            failing = false;
        } catch (IOException | RuntimeException e) { // the table may be out of reach, too
            if (!failing) {
                LOG.warn("{} cannot be written, it is tried again: {}", file, e.getMessage());
            }
            failing = true;
        }
    }

    private void writeWaiting() throws IOException {
        while (!waiting.isEmpty()) {
            List<AuditEntry> page = waiting.stream().limit(PAGE).toList();
            append(page);
            last = page.get(page.size() - 1).id();
            page.forEach(entry -> waiting.removeFirst());
            written.accept(last);
        }
    }

    private void catchUp() throws IOException {
        List<AuditEntry> missed = after.apply(last);
        behind = !missed.isEmpty();
        waiting.addAll(missed);
        writeWaiting();
        read = last;
    }

    private void append(List<AuditEntry> entries) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileAttribute<?>[] ownerOnly = OwnerOnly.file(file);
        try (FileChannel out = FileChannel.open(file, options, ownerOnly)) {
            long end = out.size();
            StringBuilder lines = new StringBuilder(end > 0 && !endsLine(out, end) ? "\n" : "");
            entries.forEach(entry -> JsonLines.append(entry, AuditLog::write, lines));
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            try {
                for (long at = end; bytes.hasRemaining(); ) {
                    at += out.write(bytes, at);
                }
            } catch (IOException e) {
                out.truncate(end); // half of it would be written twice
                throw e;
            }
        }
    }

    private static boolean endsLine(FileChannel out, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        out.read(last, end - 1);
        return last.get(0) == '\n';
    }

    private static void write(AuditEntry entry, JsonFields out) throws IOException {
        out.add("event", "audit").add("id", entry.id()).add("at", entry.at().toString());
        out.add("by", entry.by().name().toString()).add("from", entry.by().from());
        out.add("action", entry.action()).add("whom", entry.whom());
        out.add("reach", entry.room().map(RoomName::value).orElse("server"));
        out.add("because", entry.because());
        if (entry.until().isPresent()) {
            out.add("until", entry.until().get().toString());
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} is not written to the end; the rest follows at the next start", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
