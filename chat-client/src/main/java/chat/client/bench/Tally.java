package chat.client.bench;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts what happens on one event loop. */
final class Tally {
    /** What takes longer counts as this, in nanoseconds. */
    private static final long HIGHEST_LATENCY = 3_600_000_000_000L;

    private final Histogram latency = fineHistogram();
    private final Histogram latest = coarseHistogram();

    private long named;
    private long left;
    private long sent;
    private long measuredSent;
    private long delivered;
    private long measuredDelivered;
    private long settled;
    private long settledSlow;
    private long measuredBytes;
    private long corrupt;
    private long refused;
    private @Nullable String refusal;
    private long slowCutOff;

    /** Latencies in nanoseconds to three digits, for the report. */
    static Histogram fineHistogram() {
        return new Histogram(1000, HIGHEST_LATENCY, 3);
    }

    /** Latencies in nanoseconds to two digits, for looking at while the run goes on. */
    static Histogram coarseHistogram() {
        return new Histogram(1000, HIGHEST_LATENCY, 2);
    }

    /**
     * Bytes came.
     *
     * @param bytes how many
     * @param measured whether they count
     */
    void read(int bytes, boolean measured) {
        measuredBytes += measured ? bytes : 0;
    }

    /** A member has its name. */
    void named() {
        named++;
    }

    /** The connection of a member that had its name has ended. */
    void left() {
        left++;
    }

    /**
     * Messages were sent.
     *
     * @param count how many
     * @param measured whether they count
     */
    void sent(int count, boolean measured) {
        sent += count;
        if (measured) {
            measuredSent += count;
        }
    }

    /**
     * A message has come.
     *
     * @param due when it was to be sent
     * @param now when it came
     * @param schedule says for what it counts
     */
    void delivered(long due, long now, Schedule schedule) {
        long nanos = Math.min(Math.max(0, now - due), HIGHEST_LATENCY);
        delivered++;
        latest.recordValue(nanos);
        if (schedule.countsAt(now)) {
            measuredDelivered++;
        }
        if (schedule.timesAt(now)) {
            latency.recordValue(nanos);
        }
    }

    /** A reader need not wait for so many deliveries any more: they came, or later ones did. */
    void settled(int deliveries) {
        settled += deliveries;
    }

    /** The same for a slow member. */
    void settledSlow(int deliveries) {
        settledSlow += deliveries;
    }

    /** A line of this run was not as it was sent. */
    void corrupt() {
        corrupt++;
    }

    /** The server did not do what it was asked, and said this. */
    void refused(String line) {
        refused++;
        if (refusal == null) {
            refusal = line;
        }
    }

    /** The server ended the connection of a slow member. */
    void slowCutOff() {
        slowCutOff++;
    }

    Totals totals() {
        return new Totals(
                named,
                left,
                sent,
                measuredSent,
                delivered,
                measuredDelivered,
                measuredBytes,
                settled,
                settledSlow,
                refused,
                refusal,
                slowCutOff);
    }

    /** The faults that no sequence number shows. */
    Faults faults() {
        return new Faults(0, 0, 0, corrupt, 0);
    }

    /** Adds the latencies of all measured deliveries to a fine histogram. */
    void addLatencyTo(Histogram sum) {
        sum.add(latency);
    }

    /** Adds the latencies of all deliveries since the last call to a coarse histogram. */
    void moveLatestTo(Histogram sum) {
        sum.add(latest);
        latest.reset();
    }
}
