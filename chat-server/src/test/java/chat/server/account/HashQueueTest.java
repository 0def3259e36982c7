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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HashQueueTest {
    private final AtomicLong now = new AtomicLong();
    private final List<Long> rests = Collections.synchronizedList(new ArrayList<>());
    private final HashQueue queue = new HashQueue(now::get, rests::add);
    private final CountDownLatch go = new CountDownLatch(1);

    private void hold() throws InterruptedException {
        CountDownLatch inHand = new CountDownLatch(1);
        add("somebody", () -> {
            inHand.countDown();
            try {
                return go.await(10, SECONDS);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(inHand.await(10, SECONDS)).isTrue();
    }

    private <T> CompletableFuture<Optional<T>> add(String address, Supplier<T> work) {
        return queue.add(new Caller(address, 1), false, work);
    }

    private static <T> T done(CompletableFuture<Optional<T>> job) throws Exception {
        return job.get(10, SECONDS).orElseThrow();
    }

    @Test
    void shouldHashNothingForSomebodyWhoHasLeft() throws Exception {
        AtomicBoolean there = new AtomicBoolean(true);
        AtomicInteger hashed = new AtomicInteger();
        hold();
        CompletableFuture<Optional<Integer>> left =
                queue.add(new Caller("a", 1).withThere(there::get), false, hashed::incrementAndGet);
        CompletableFuture<Optional<Boolean>> stays = add("b", () -> true);
        there.set(false);
        go.countDown();
        assertThat(done(stays)).isTrue();
        assertThat(left.get(10, SECONDS)).isEmpty();
        assertThat(hashed).hasValue(0);
    }

    @Test
    void shouldGiveUpWhoHasWaitedTooLong() throws Exception {
        hold();
        CompletableFuture<Optional<Boolean>> late = add("a", () -> true);
        now.addAndGet(SECONDS.toNanos(HashQueue.MOST_SECONDS));
        go.countDown();
        assertThat(late.get(10, SECONDS)).isEmpty();
    }

    @Test
    void shouldMakeRoomByThoseWhoHaveLeft() throws Exception {
        AtomicBoolean there = new AtomicBoolean(true);
        hold();
        List<CompletableFuture<Optional<Boolean>>> flood = new ArrayList<>();
        for (int i = 0; i <= Turns.MOST; i++) {
            flood.add(queue.add(new Caller("address " + i, 1).withThere(there::get), false, () -> true));
        }
        there.set(false);
        CompletableFuture<Optional<Boolean>> honest = add("honest", () -> true);
        for (CompletableFuture<Optional<Boolean>> each : flood) {
            assertThat(each.get(10, SECONDS)).isEmpty();
        }
        go.countDown();
        assertThat(done(honest)).isTrue();
    }

    @Test
    void shouldRestAsLongAsItWorked() throws Exception {
        done(add("a", () -> now.addAndGet(7)));
        done(add("a", () -> now.addAndGet(5)));
        done(add("a", () -> true));
        assertThat(rests).startsWith(7L, 5L);
    }

    @Test
    void shouldGoOnAfterAMistake() throws Exception {
        CompletableFuture<Optional<Boolean>> failed = add("a", () -> {
            throw new IllegalStateException("mistake");
        });
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> failed.get(10, SECONDS));
        assertThat(done(add("a", () -> true))).isTrue();
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
        assertThat(other.add(new Caller("a", 1), false, () -> true).join()).isEmpty();
        assertThat(done(other.add(new Caller("a", 1), false, () -> true))).isTrue();
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
        done(other.add(new Caller("a", 1), false, () -> true));
        assertThat(died.await(10, SECONDS)).isTrue();
        assertThat(done(other.add(new Caller("a", 1), false, () -> true))).isTrue();
        assertThat(threads).hasValue(2);
    }
}
