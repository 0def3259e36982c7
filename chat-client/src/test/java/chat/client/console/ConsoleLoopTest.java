package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConsoleLoopTest {
    private final ConsoleLoop loop = new ConsoleLoop();
    private final List<Integer> ran = new ArrayList<>();

    @Test
    void shouldRunTasksInOrderAndShowMany() {
        AtomicInteger shown = new AtomicInteger();
        for (int i = 0; i < 5000; i++) {
            int task = i;
            loop.execute(() -> ran.add(task));
        }
        loop.stop();

        loop.run(shown::incrementAndGet);

        assertThat(ran).hasSize(5000).isSorted();
        assertThat(shown.get()).isBetween(2, 100);
    }

    @Test
    void shouldLeaveOutWhatCannotBeShown() {
        for (int i = 0; i < 30_000; i++) {
            loop.executeUnlessFull(() -> ran.add(0));
        }
        loop.execute(() -> ran.add(1));
        loop.stop();

        assertThat(loop.takeLeftOut()).isEqualTo(10_000);
        assertThat(loop.takeLeftOut()).isZero();
        loop.run(() -> {});
        assertThat(ran).hasSize(20_001).endsWith(1);
    }
}
