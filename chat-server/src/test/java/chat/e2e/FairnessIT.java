package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server with one event loop and a room of a thousand, saturated, still answers others within a bound. */
@Tag("long")
class FairnessIT {
    private static final long SECONDS = 5;

    private static final int LINES_BETWEEN = 5;

    /** Far more than it takes: this and the load share the machine with the server. */
    private static final Duration BOUND = Duration.ofSeconds(2);

    @Test
    void shouldAnswerWhileARoomIsSaturated() throws InterruptedException {
        try (Program server = Program.server("--port", "0", "--bind", "127.0.0.1", "--loops", "1", "--no-limits");
                Person outsider = Person.connects("outsider", server.port(), Person.LF);
                Person member = Person.joins("member", server.port());
                Program load = load(server.port())) {
            outsider.next(); // the greeting
            outsider.next();
            nextWith(member, ": "); // somebody in the room speaks: the load is on

            List<Duration> outside = new ArrayList<>();
            List<Duration> inside = new ArrayList<>();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS - 1);
            while (System.nanoTime() < end) {
                outside.add(answer(outsider, "/cmd", "Please choose a name"));
                inside.add(answer(member, "/cmd quit", "/quit - "));
                for (int i = 0; i < LINES_BETWEEN; i++) {
                    nextWith(member, ": "); // the load is still on
                }
            }

            member.close();
            assertThat(load.exitCode()).as("nothing was lost: %s", load.out()).isZero();
            String measured = "answers to an outsider: " + figures(outside) + ", to a member: " + figures(inside)
                    + ", under " + load.out();
            assertThat(outside).as(measured).hasSizeGreaterThan(20).allMatch(time -> time.compareTo(BOUND) < 0);
            assertThat(inside).as(measured).allMatch(time -> time.compareTo(BOUND) < 0);
        }
    }

    private static Program load(int port) {
        return Program.client(
                "bench",
                "127.0.0.1",
                Integer.toString(port),
                "--members=1000",
                "--loops=1",
                "--warmup=0",
                "--seconds=" + SECONDS,
                "--json");
    }

    private static Duration answer(Person person, String request, String answer) {
        long begin = System.nanoTime();
        person.types(request);
        nextWith(person, answer);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String figures(List<Duration> times) {
        List<Double> millis =
                times.stream().sorted().map(time -> time.toNanos() / 1e6).toList();
        return String.format(
                "%d, p50 %.2f ms, p99 %.2f ms, max %.2f ms",
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1));
    }

    private static void nextWith(Person person, String text) {
        String line = person.next();
        while (!line.contains(text)) {
            line = person.next();
        }
    }
}
