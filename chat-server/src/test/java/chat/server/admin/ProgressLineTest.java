package chat.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far something is, on one line of a terminal. */
class ProgressLineTest {
    private final StringWriter screen = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    private ProgressLine line(boolean shown) {
        return new ProgressLine(new PrintWriter(screen), shown, "entries", 1, nanos::get);
    }

    @Test
    void shouldSayHowFarItIsHowFastAndHowLongItTakes() {
        try (ProgressLine line = line(true)) {
            nanos.set(TimeUnit.SECONDS.toNanos(2));
            line.at(400_000, 1_000_000);
        }
        assertThat(screen.toString().split("\r"))
                .contains("400,000 of 1,000,000 entries (40 %), 200,000 a second, 3 s to go");
        assertThat(screen.toString()).endsWith(" \r");
    }

    @Test
    void shouldNotWriteMoreOftenThanAnybodyReads() {
        try (ProgressLine line = line(true)) {
            for (int i = 1; i <= 1000; i++) {
                nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
                line.at(i, 0);
            }
        }
        assertThat(screen.toString().split("a second")).hasSize(6);
    }

    @Test
    void shouldSayNothingInAPipe() {
        try (ProgressLine line = line(false)) {
            nanos.set(TimeUnit.SECONDS.toNanos(2));
            line.at(1, 2);
        }
        assertThat(screen.toString()).isEmpty();
    }
}
