package chat.client.bench;

import org.HdrHistogram.Histogram;

/**
 * How long messages took, from when they were due to when a reader had them, in nanoseconds.
 *
 * @param p50 half of them took no longer
 * @param p99 99 of 100
 * @param p999 999 of 1000
 * @param max all
 */
record Latency(long p50, long p99, long p999, long max) {
    static Latency of(Histogram nanos) {
        return new Latency(
                nanos.getValueAtPercentile(50),
                nanos.getValueAtPercentile(99),
                nanos.getValueAtPercentile(99.9),
                nanos.getMaxValue());
    }
}
