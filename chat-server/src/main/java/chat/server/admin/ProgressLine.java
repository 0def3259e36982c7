package chat.server.admin;

import chat.server.store.Progress;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells on a terminal how far something is, on one line that is written again and again. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** From this Java on there is a console even without a terminal. */
    private static final int CONSOLE_ALWAYS = 22;

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter out;
    private final boolean shown;
    private final String unit;
    private final long unitSize;
    private final LongSupplier nanoTime;
    private final long began;
    private long writtenAt;
    private int width;

    ProgressLine(PrintWriter out, boolean shown, String unit, long unitSize, LongSupplier nanoTime) {
        this.out = out;
        this.shown = shown;
        this.unit = unit;
        this.unitSize = unitSize;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.writtenAt = began;
    }

    /**
     * A line on standard error, if that is a terminal.
     *
     * @param err standard error
     * @param unit what is counted
     * @param unitSize how much of what the work counts is one of it
     */
    static ProgressLine on(PrintWriter err, String unit, long unitSize) {
        return new ProgressLine(err, isTerminal(), unit, unitSize, System::nanoTime);
    }

    /** Java 17 knows of all standard streams together only; a terminal has no other name than /dev/... */
    @SuppressWarnings("SystemConsoleNull") // later versions of Java are not asked
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            Console console = System.console();
            return console != null && Runtime.version().feature() < CONSOLE_ALWAYS;
        }
    }

    @Override
    public void at(long done, long all) {
        long now = nanoTime.getAsLong();
        if (shown && now - writtenAt >= INTERVAL_NANOS) {
            writtenAt = now;
            write(line(done, all, now - began));
        }
    }

    /** {@code 412,000 of 1,000,000 entries (41 %), 206,000 a second, 3 s to go}. */
    private String line(long done, long all, long nanos) {
        double rate = done * 1e9 / Math.max(1, nanos);
        StringBuilder line = new StringBuilder().append(String.format(Locale.ROOT, "%,d", done / unitSize));
        if (all > 0) {
            line.append(String.format(Locale.ROOT, " of %,d", all / unitSize));
        }
        line.append(' ').append(unit);
        if (all > 0) {
            line.append(String.format(Locale.ROOT, " (%d %%)", Math.min(100, done * 100 / all)));
        }
        line.append(String.format(Locale.ROOT, ", %,.0f a second", rate / unitSize));
        if (all > done && rate > 0) {
            line.append(String.format(Locale.ROOT, ", %,.0f s to go", Math.ceil((all - done) / rate)));
        }
        return line.toString();
    }

    private void write(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
    }

    /** Leaves the line empty for what comes next. */
    @Override
    public void close() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
