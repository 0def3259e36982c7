package chat.client.bench;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A run, phase by phase: everybody connects and takes a name; the load is on, first unmeasured, then measured; what is
 * underway arrives; slow members catch up; everybody leaves. Every phase has an end of its own.
 */
final class Bench {
    private static final long POLL_MILLIS = 20;

    /** A phase other than the load is over when nothing has happened for so long. */
    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** And in any case after this. */
    private static final long PHASE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final BenchOptions options;
    private final Target target;
    private final Progress progress;

    Bench(BenchOptions options, Target target, Progress progress) {
        this.options = options;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Runs.
     *
     * @return what was measured
     * @throws BenchException if the run could not be finished
     */
    Report run() throws BenchException, InterruptedException {
        try (Crowd crowd = new Crowd(options, runName())) {
            double connectSeconds = connect(crowd);
            load(crowd);
            settle(crowd);
            Totals totals = crowd.totals();
            Faults faults = crowd.faults();
            Report report = new Report(
                    target.toString(),
                    options,
                    options.members() / connectSeconds,
                    totals,
                    Latency.of(crowd.latency()),
                    faults);
            leave(crowd);
            return report;
        } finally {
            progress.end();
        }
    }

    /** Names of two runs in a row differ, for the server may not have missed the first one's members yet. */
    private static String runName() {
        long micros = System.nanoTime() / 1000 % (36 * 36 * 36 * 36 * 36);
        String digits = Long.toString(micros, 36);
        return "b" + "0".repeat(5 - digits.length()) + digits;
    }

    private double connect(Crowd crowd) throws BenchException, InterruptedException {
        long start = crowd.now();
        crowd.connect(target);
        await(crowd, "connecting", now -> now.named() == options.members());
        long named = crowd.totals().named();
        if (named < options.members()) {
            throw new BenchException(String.format(
                    Locale.ROOT,
                    "Only %,d of %,d members got a name, and nothing has happened for a while.",
                    named,
                    options.members()));
        }
        return seconds(crowd.now() - start);
    }

    private void load(Crowd crowd) throws BenchException, InterruptedException {
        Schedule schedule = Schedule.from(crowd.now(), options);
        crowd.start(schedule);
        while (crowd.now() < schedule.end()) {
            String phase = crowd.now() < schedule.measured() ? "warming up" : "measuring";
            progress.show(phase, crowd);
            crowd.pause(POLL_MILLIS);
        }
    }

    /** Waits for what is underway, first to those who read, then to the slow. */
    private void settle(Crowd crowd) throws BenchException, InterruptedException {
        await(crowd, "waiting", now -> now.settled() >= now.sent() * options.readersOfEach());
        if (options.slow() > 0) {
            crowd.readSlow();
            await(crowd, "catching up", now -> now.settledSlow() >= now.sent() * options.slow());
        }
    }

    private void leave(Crowd crowd) throws BenchException, InterruptedException {
        crowd.leave();
        long deadline = crowd.now() + LEAVE_NANOS;
        while (crowd.totals().present() > 0 && crowd.now() < deadline) {
            progress.show("leaving", crowd);
            crowd.pause(POLL_MILLIS);
        }
    }

    private void await(Crowd crowd, String phase, Predicate<Totals> done) throws BenchException, InterruptedException {
        long deadline = crowd.now() + PHASE_NANOS;
        long latest = crowd.now();
        long before = -1;
        for (Totals now = crowd.totals(); !done.test(now); now = crowd.totals()) {
            if (now.progress() != before) {
                before = now.progress();
                latest = crowd.now();
            }
            if (crowd.now() > Math.min(deadline, latest + STALL_NANOS)) {
                return;
            }
            progress.show(phase, crowd);
            crowd.pause(POLL_MILLIS);
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
