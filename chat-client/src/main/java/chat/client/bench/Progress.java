package chat.client.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells once a second how a run goes on. */
final class Progress {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PrintWriter out;
    private final boolean rewrite;
    private long shownAt;
    private Totals shown = Totals.NONE;
    private int width;

    /**
     * Makes a display.
     *
     * @param out where it goes
     * @param rewrite whether each line takes the place of the one before, as on a terminal
     */
    Progress(PrintWriter out, boolean rewrite) {
        this.out = out;
        this.rewrite = rewrite;
    }

    /**
     * Shows how things are, unless it did so less than a second ago.
     *
     * @param phase what goes on, in a word or two
     * @param crowd who is asked
     */
    void show(String phase, Crowd crowd) throws InterruptedException {
        long now = crowd.now();
        if (now - shownAt < INTERVAL_NANOS) {
            return;
        }
        Totals totals = crowd.totals();
        double seconds = (now - shownAt) / 1e9;
        write(line(
                phase,
                totals.present(),
                (totals.sent() - shown.sent()) / seconds,
                (totals.delivered() - shown.delivered()) / seconds,
                crowd.latestLatency().getValueAtPercentile(99)));
        shownAt = now;
        shown = totals;
    }

    static String line(String phase, long present, double messages, double deliveries, long p99) {
        return String.format(
                Locale.ROOT,
                "%-11s %,7d connected %,10.0f messages/s %,12.0f deliveries/s   p99 %s",
                phase,
                present,
                messages,
                deliveries,
                Report.millis(p99));
    }

    private void write(String line) {
        if (rewrite) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the terminal's line empty for what comes next. */
    void end() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
