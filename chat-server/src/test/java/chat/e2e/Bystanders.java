package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.awaitility.Awaitility;

/**
 * Ordinary people who go on talking whatever others do, one after the other: each has to read every line of all others, once
 * and in order.
 */
final class Bystanders implements AutoCloseable {
    static final int PEOPLE = 5;

    private static final long PERIOD_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Bystander> people = new ArrayList<>();
    private final ScheduledExecutorService speaker = Executors.newSingleThreadScheduledExecutor();
    private final Histogram latency = new SynchronizedHistogram(TimeUnit.MINUTES.toMicros(1), 2);
    private final AtomicInteger turns = new AtomicInteger();
    private final long arrivedAt;

    /** Five, each of whom says a line four times a second. */
    Bystanders(int port) {
        this(port, PEOPLE, PERIOD_MILLIS);
    }

    /**
     * More of them.
     *
     * @param periodMillis how often each says a line
     */
    Bystanders(int port, int count, long periodMillis) {
        for (int i = 0; i < count; i++) {
            people.add(new Bystander("calm" + i, port));
        }
        arrivedAt = System.nanoTime();
        long turn = TimeUnit.MILLISECONDS.toMicros(periodMillis) / count;
        speaker.scheduleAtFixedRate(this::speak, 0, turn, TimeUnit.MICROSECONDS);
    }

    private void speak() {
        int turn = turns.get();
        people.get(turn % people.size()).say(turn / people.size());
        turns.incrementAndGet();
    }

    /** Waits until the last of them has been here for so long. */
    void awaitHereFor(Duration time) {
        Awaitility.await("everybody has been here for " + time)
                .atMost(time.plus(PATIENCE))
                .until(() -> System.nanoTime() - arrivedAt > time.toNanos());
    }

    /**
     * What they felt of something: how long a line took to reach another one of them, in milliseconds.
     *
     * @param lines how many were measured
     */
    record Latency(long p50, long p99, long max, long lines) {
        @Override
        public String toString() {
            return "p50 %d ms, p99 %d ms, max %d ms, %d lines".formatted(p50, p99, max, lines);
        }
    }

    /** What they feel while something is done to the server; fails if a line was lost, came twice or out of order. */
    Latency during(Runnable attack) {
        latency.reset();
        attack.run();
        int until = turns.get() / people.size() + 1;
        people.forEach(person -> person.awaitAll(until));
        assertThat(people).allSatisfy(person -> assertThat(person.fault).isEmpty());
        assertThat(latency.getTotalCount()).isPositive();
        return new Latency(
                latency.getValueAtPercentile(50) / 1000,
                latency.getValueAtPercentile(99) / 1000,
                latency.getMaxValue() / 1000,
                latency.getTotalCount());
    }

    @Override
    public void close() {
        speaker.shutdownNow();
        people.forEach(Bystander::close);
    }

    /** One of them. */
    private final class Bystander implements AutoCloseable {
        private final Socket socket;
        private final Map<String, Integer> next = new ConcurrentHashMap<>();
        private volatile String fault = "";

        Bystander(String name, int port) {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                send("/setname " + name);
                assertThat(in.readLine()).startsWith("Welcome");
                assertThat(in.readLine()).startsWith("Please choose");
                assertThat(in.readLine()).contains("accepted");
                Thread reader = new Thread(() -> read(in), name);
                reader.setDaemon(true);
                reader.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void say(int number) {
            try {
                send(number + " " + System.nanoTime());
            } catch (IOException e) {
                fault = "cannot speak: " + e.getMessage();
            }
        }

        private void send(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
        }

        private void read(BufferedReader in) {
            try {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("calm")) {
                        heard(line.split("[: ]+"));
                    } else if (line.contains("skipped") || line.contains("faster")) {
                        fault = line;
                    }
                }
                fault = "the connection has ended";
            } catch (IOException e) {
                fault = "the connection is lost: " + e.getMessage();
            }
        }

        private void heard(String[] words) {
            int number = Integer.parseInt(words[1]);
            int expected = next.getOrDefault(words[0], 0); // they were all here before the first line was said
            if (number != expected) {
                fault = words[0] + " said " + expected + ", heard was " + number;
            }
            next.put(words[0], number + 1);
            latency.recordValue((System.nanoTime() - Long.parseLong(words[2])) / 1000);
        }

        void awaitAll(int until) {
            Awaitility.await("all that was said has come")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !fault.isEmpty()
                            || (next.size() == people.size() - 1
                                    && next.values().stream().allMatch(number -> number >= until)));
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
