package chat.client.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A report as one JSON object on one line, for programs. */
final class JsonReport {
    private final StringBuilder json = new StringBuilder("{");

    private JsonReport() {}

    /** What was measured. Names carry the unit. */
    static String of(Report report) {
        BenchOptions options = report.options();
        Totals totals = report.totals();
        Latency latency = report.latency();
        Faults faults = report.faults();
        return new JsonReport()
                .add("server", report.server())
                .add("members", options.members())
                .add("senders", options.senders())
                .add("load", options.load().toString())
                .add("door", options.door().toString())
                .add("payload_bytes", options.payload())
                .add("slow_members", options.slow())
                .add("loops", options.loops())
                .add("seconds", options.seconds())
                .add("connects_per_second", report.connectsPerSecond())
                .add("messages", totals.measuredSent())
                .add("messages_per_second", report.messagesPerSecond())
                .add("deliveries", totals.measuredDelivered())
                .add("deliveries_per_second", report.deliveriesPerSecond())
                .add("received_bytes", totals.measuredBytes())
                .add("latency_p50_ms", latency.p50() / 1e6)
                .add("latency_p99_ms", latency.p99() / 1e6)
                .add("latency_p999_ms", latency.p999() / 1e6)
                .add("latency_max_ms", latency.max() / 1e6)
                .add("lost", faults.lost())
                .add("duplicated", faults.duplicated())
                .add("reordered", faults.reordered())
                .add("corrupt", faults.corrupt())
                .add("skipped", faults.skipped())
                .add("refused", totals.refused())
                .add("first_refusal", totals.refusal() == null ? "" : totals.refusal())
                .add("slow_cut_off", totals.slowCutOff())
                .add("unsent", report.unsent())
                .end();
    }

    /** Why there is no report. */
    static String error(String sentence) {
        return new JsonReport().add("error", sentence).end();
    }

    private JsonReport add(String name, long value) {
        return raw(name, Long.toString(value));
    }

    private JsonReport add(String name, double value) {
        return raw(
                name,
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString());
    }

    private JsonReport add(String name, String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') { // ASCII only: safe in whatever encoding stdout has
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return raw(name, quoted.append('"').toString());
    }

    private JsonReport raw(String name, String value) {
        json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value);
        return this;
    }

    private String end() {
        return json.append('}').toString();
    }
}
