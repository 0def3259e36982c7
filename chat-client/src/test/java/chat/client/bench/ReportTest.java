package chat.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Latency LATENCY = new Latency(1_234_567, 20_000_000, 31_000_000, 1_500_000_000);

    @Test
    void shouldReadWell() {
        assertThat(report(new Faults(0, 0, 0, 0, 0), null).text()).isEqualTo("""
                        1,000 members, 10 senders, 100 bytes, 200 messages a second in all
                        localhost port 8090, 10 s after 2 s of warm-up

                        connects           4,000 /s
                        messages             200 /s           2,000 in all
                        deliveries       199,800 /s       1,998,000 in all
                        received             120 bytes for each of them
                        latency     p50 1.235 ms, p99 20.000 ms, p99.9 31.000 ms, max 1,500.000 ms
                        faults      0 lost, 0 duplicated, 0 reordered, 0 corrupt
                        skipped     0, as the server said itself

                        Every message reached everybody it was for, once and in order.
                        """);
    }

    @Test
    void shouldTellWhatWentWrong() {
        assertThat(report(new Faults(1, 2, 3, 4, 5), "Too fast.").text())
                .contains("faults      1 lost, 2 duplicated, 3 reordered, 4 corrupt\n")
                .contains("skipped     5, as the server said itself\n")
                .contains("refused     7; first: Too fast.\n")
                .endsWith("The server did not deliver every message once and in order.\n");
    }

    @Test
    void shouldNotSayThatWhatWasSkippedCame() {
        assertThat(report(new Faults(0, 0, 0, 0, 5), null).verdict())
                .isEqualTo("Every message that the server did not say it skipped came once and in order.");
    }

    @Test
    void shouldTellWhatTheServerDidNotTakeInTime() {
        Report report = new Report("here", options(300, 0), 1, totals(null), LATENCY, Faults.NONE);
        assertThat(report.unsent()).isEqualTo(1170);
        assertThat(report.text()).contains("unsent      1,170 messages");
    }

    @Test
    void shouldTellOfSlowMembers() {
        Report report = new Report("here", options(200, 9), 1, totals(null), LATENCY, Faults.NONE);
        assertThat(report.text()).contains("slow        9 members that did not read, 3 cut off\n");
    }

    @Test
    void shouldWriteJsonWithEverything() {
        assertThat(JsonReport.of(report(new Faults(1, 2, 3, 4, 5), "Say \"pl\u00e9ase\"\t\\")))
                .isEqualTo(("{\"server\":\"localhost port 8090\",\"members\":1000,\"senders\":10,"
                        + "\"load\":\"200 messages a second in all\",\"door\":\"text\",\"payload_bytes\":100,\"slow_members\":0,\"loops\":2,"
                        + "\"seconds\":10,\"connects_per_second\":4000.000,"
                        + "\"messages\":2000,\"messages_per_second\":200.000,"
                        + "\"deliveries\":1998000,\"deliveries_per_second\":199800.000,"
                        + "\"received_bytes\":239760000,"
                        + "\"latency_p50_ms\":1.235,\"latency_p99_ms\":20.000,\"latency_p999_ms\":31.000,"
                        + "\"latency_max_ms\":1500.000,"
                        + "\"lost\":1,\"duplicated\":2,\"reordered\":3,\"corrupt\":4,\"skipped\":5,"
                        + "\"refused\":7,\"first_refusal\":\"Say \\\"pl\\u00e9ase\\\"\\u0009\\\\\","
                        + "\"slow_cut_off\":3,\"unsent\":0}"));
    }

    @Test
    void shouldWriteAnErrorAsJson() {
        assertThat(JsonReport.error("no \"server\"")).isEqualTo("{\"error\":\"no \\\"server\\\"\"}");
    }

    @Test
    void shouldShowProgressInColumns() {
        assertThat(Progress.line("measuring", 1000, 1234.4, 1_234_567, 8_123_456))
                .isEqualTo(
                        "measuring     1,000 connected      1,234 messages/s    1,234,567 deliveries/s   p99 8.123 ms");
    }

    private static Report report(Faults faults, String refusal) {
        return new Report("localhost port 8090", options(200, 0), 4000, totals(refusal), LATENCY, faults);
    }

    private static BenchOptions options(int rate, int slow) {
        return new BenchOptions(1000, 10, new Load.Rate(rate), 100, slow, 2, 10, Door.TEXT, 2);
    }

    private static Totals totals(String refusal) {
        return new Totals(
                1000, 0, 2400, 2000, 2_397_600, 1_998_000, 239_760_000, 0, 0, refusal == null ? 0 : 7, refusal, 3);
    }
}
