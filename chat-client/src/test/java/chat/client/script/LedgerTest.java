package chat.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Outgoing LINE = LineForm.TYPED.take("hi");

    private long now = 5;
    private final Ledger ledger = new Ledger(Duration.ofNanos(10), () -> now);

    @Test
    void shouldLosePatienceWhenTheConnectionTakesTooLong() {
        now += 9;
        assertThat(ledger.patience()).isEqualTo(1);
        now += 1;
        assertThat(ledger.patience()).isZero();
    }

    @Test
    void shouldBePatientWhenNothingIsAwaited() {
        ledger.await(false);
        now += 1000;
        assertThat(ledger.patience()).isEqualTo(10);
    }

    @Test
    void shouldCountFromTheLastConfirmation() throws InterruptedException {
        ledger.await(false);
        now += 1000;
        ledger.begin(LINE);
        ledger.begin(LINE);
        now += 9;
        ledger.end(LINE);
        assertThat(ledger.patience()).isEqualTo(10);
        assertThat(ledger.open()).containsExactly(LINE);
        now += 11;
        assertThat(ledger.patience()).isNegative();
    }

    @Test
    void shouldHoldUpWhoSendsMoreThanIsConfirmed() throws InterruptedException {
        for (int i : IntStream.range(0, Ledger.MOST).toArray()) {
            ledger.begin(LineForm.TYPED.take("line " + i));
        }
        Thread sender = new Thread(() -> {
            try {
                ledger.begin(LINE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sender.start();
        Awaitility.await().until(() -> sender.getState() == Thread.State.WAITING);
        ledger.end(LineForm.TYPED.take("line 0"));
        sender.join(10_000);
        assertThat(ledger.open()).hasSize(Ledger.MOST).endsWith(LINE);
    }
}
