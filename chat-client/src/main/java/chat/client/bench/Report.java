package chat.client.bench;

import java.util.Locale;

/**
 * What a run has measured. Immutable.
 *
 * @param server which server
 * @param options what was asked for
 * @param connectsPerSecond connections a second, each until it had its name
 * @param totals what happened
 * @param latency of what came since the warm-up, counted from when it was due
 * @param faults of the whole run
 */
record Report(
        String server, BenchOptions options, double connectsPerSecond, Totals totals, Latency latency, Faults faults) {
    double messagesPerSecond() {
        return totals.measuredSent() / (double) options.seconds();
    }

    double deliveriesPerSecond() {
        return totals.measuredDelivered() / (double) options.seconds();
    }

    /** How many bytes a member reads for each message that reaches it, with whatever else comes. */
    double bytesPerDelivery() {
        return totals.measuredBytes() / (double) Math.max(1, totals.measuredDelivered());
    }

    /** How many messages fell due and could not be sent, since the server did not take them. */
    long unsent() {
        return Math.max(0, options.load().due(options.warmupSeconds() + options.seconds()) - totals.sent());
    }

    /** The report as people read it. */
    String text() {
        String senders =
                options.load().isPrivate() ? "" : String.format(Locale.ROOT, ", %,d senders", options.senders());
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%,d members%s%s, %,d bytes, %s",
                options.members(),
                options.door() == Door.TEXT ? "" : " (" + options.door() + ")",
                senders,
                options.payload(),
                options.load());
        line(text, "%s, %,d s after %,d s of warm-up", server, options.seconds(), options.warmupSeconds());
        line(text, "");
        line(text, "connects    %,12.0f /s", connectsPerSecond);
        line(text, "messages    %,12.0f /s %,15d in all", messagesPerSecond(), totals.measuredSent());
        line(text, "deliveries  %,12.0f /s %,15d in all", deliveriesPerSecond(), totals.measuredDelivered());
        line(text, "received    %,12.0f bytes for each of them", bytesPerDelivery());
        line(
                text,
                "latency     p50 %s, p99 %s, p99.9 %s, max %s",
                millis(latency.p50()),
                millis(latency.p99()),
                millis(latency.p999()),
                millis(latency.max()));
        line(
                text,
                "faults      %,d lost, %,d duplicated, %,d reordered, %,d corrupt",
                faults.lost(),
                faults.duplicated(),
                faults.reordered(),
                faults.corrupt());
        line(text, "skipped     %,d, as the server said itself", faults.skipped());
        if (options.slow() > 0) {
            line(text, "slow        %,d members that did not read, %,d cut off", options.slow(), totals.slowCutOff());
        }
        if (totals.refusal() != null) {
            line(text, "refused     %,d; first: %s", totals.refused(), totals.refusal());
        }
        if (unsent() > 0) {
            line(text, "unsent      %,d messages that the server did not take in time", unsent());
        }
        line(text, "");
        line(text, "%s", verdict());
        return text.toString();
    }

    /** The report in one sentence. */
    String verdict() {
        if (!faults.isNone()) {
            return "The server did not deliver every message once and in order.";
        }
        return faults.skipped() == 0
                ? "Every message reached everybody it was for, once and in order."
                : "Every message that the server did not say it skipped came once and in order.";
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** A time as people read it. */
    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%,.3f ms", nanos / 1e6);
    }
}
