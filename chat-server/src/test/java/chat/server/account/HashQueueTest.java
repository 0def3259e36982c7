package chat.server.account;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HashQueueTest {
    private final AtomicLong now = new AtomicLong();
    private final List<Long> rests = Collections.synchronizedList(new ArrayList<>());
    private final HashQueue queue = new HashQueue(now::get, rests::add);
    private final CountDownLatch go = new CountDownLatch(1);

    private void hold() {
        queue.add("somebody", () -> {
            try {
                return go.await(10, SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void shouldGiveEachAddressItsTurn() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        hold();
        CompletableFuture<Boolean> last = null;
        for (String who : List.of("a1", "a2", "a3", "b1", "c1", "b2")) {
            last = queue.add(who.substring(0, 1), () -> order.add(who)).orElseThrow();
        }
        CompletableFuture<Boolean> a3 = queue.add("a", () -> order.add("a4")).orElseThrow();
        go.countDown();
        last.get(10, SECONDS);
        a3.get(10, SECONDS);
        assertThat(order).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
    }

    @Test
    void shouldTakeSoManyOfOneAddressAndSoManyOfAll() throws Exception {
        hold();
        for (int i = 0; i < HashQueue.MOST_PER_ADDRESS; i++) {
            assertThat(queue.add("a", () -> true)).isPresent();
        }
        assertThat(queue.add("a", () -> true)).isEmpty();
        Optional<CompletableFuture<Boolean>> other = queue.add("b", () -> true);
        assertThat(other).isPresent();
        int taken = HashQueue.MOST_PER_ADDRESS + 1;
        while (queue.add("address " + taken, () -> true).isPresent()) {
            taken++;
        }
        assertThat(taken).isBetween(HashQueue.MOST - 1, HashQueue.MOST + 1);
        go.countDown();
        assertThat(other.get().get(10, SECONDS)).isTrue();
    }

    @Test
    void shouldRestAsLongAsItWorked() throws Exception {
        queue.add("a", () -> now.addAndGet(7)).orElseThrow().get(10, SECONDS);
        queue.add("a", () -> now.addAndGet(5)).orElseThrow().get(10, SECONDS);
        queue.add("a", () -> true).orElseThrow().get(10, SECONDS);
        assertThat(rests).startsWith(7L, 5L);
    }

    @Test
    void shouldGoOnAfterAMistake() throws Exception {
        CompletableFuture<Boolean> failed = queue.<Boolean>add("a", () -> {
                    throw new IllegalStateException("mistake");
                })
                .orElseThrow();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> failed.get(10, SECONDS));
        assertThat(queue.add("a", () -> true).orElseThrow().get(10, SECONDS)).isTrue();
    }

    @Test
    void shouldGoOnWhenNoThreadCouldBeStarted() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        HashQueue other = new HashQueue(now::get, rests::add, work -> {
            if (tries.getAndIncrement() == 0) {
                throw new OutOfMemoryError("no more threads");
            }
            return new Thread(work);
        });
        assertThat(other.add("a", () -> true)).isEmpty();
        assertThat(other.add("a", () -> true).orElseThrow().get(10, SECONDS)).isTrue();
    }

    @Test
    void shouldGoOnAfterAThreadThatDied() throws Exception {
        CountDownLatch died = new CountDownLatch(1);
        AtomicInteger threads = new AtomicInteger();
        HashQueue other = new HashQueue(
                now::get,
                nanos -> {
                    throw new IllegalStateException("on purpose");
                },
                work -> {
                    threads.incrementAndGet();
                    return new Thread(() -> {
                        try {
                            work.run();
                        } catch (IllegalStateException e) {
                            died.countDown();
                        }
                    });
                });
        other.add("a", () -> true).orElseThrow().get(10, SECONDS);
        assertThat(died.await(10, SECONDS)).isTrue();
        assertThat(other.add("a", () -> true).orElseThrow().get(10, SECONDS)).isTrue();
        assertThat(threads).hasValue(2);
    }
}
