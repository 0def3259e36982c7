package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten people whose machines stand still in a busy room: nobody feels it, and afterwards they are with it again. */
@Tag("long")
class FrozenTerminalsIT {
    private static final int TERMINALS = 10;
    private static final int MESSAGES = 20_000;
    private static final int BURST = 250;

    /** How long the exchange may take; it is a second or two on a slow machine. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final List<Telnet> frozen = new ArrayList<>();

    @Test
    void shouldNotBeFeltByAnybodyAndCatchUp() {
        try (Program server = Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits");
                Person ann = Person.joins("ann", server.port());
                Person bob = Person.joins("bob", server.port())) {
            IntStream.range(0, TERMINALS).forEach(i -> frozen.add(new Telnet(server.port(), "cold" + i)));
            frozen.forEach(Telnet::joins);
            talk(ann, bob, 0, BURST);
            frozen.forEach(telnet -> telnet.signal("STOP"));

            long begin = System.nanoTime();
            talk(ann, bob, BURST, MESSAGES);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            frozen.forEach(telnet -> telnet.signal("CONT"));

            assertThat(took).isLessThan(BOUND);
            frozen.forEach(telnet -> telnet.shows(text(MESSAGES - 1)));
            frozen.forEach(telnet -> check(telnet.lines()));
            for (Telnet telnet : frozen) {
                telnet.types("here again");
                ann.reads(telnet.name() + ": here again");
                bob.reads(telnet.name() + ": here again");
            }
            ann.types("welcome back");
            frozen.forEach(telnet -> telnet.shows("ann: welcome back"));
        } finally {
            frozen.forEach(Telnet::close);
        }
    }

    /** The two take turns, and each reads all that the other says, in order. */
    private static void talk(Person ann, Person bob, int from, int to) {
        for (int i = from; i < to; i += BURST) {
            boolean annsTurn = i / BURST % 2 == 0;
            Person speaker = annsTurn ? ann : bob;
            Person listener = annsTurn ? bob : ann;
            StringBuilder lines = new StringBuilder();
            IntStream.range(i, i + BURST).forEach(n -> lines.append(text(n)).append(Person.LF));
            speaker.sends(lines.toString().getBytes(UTF_8));
            for (int n = i; n < i + BURST; n++) {
                listener.reads((annsTurn ? "ann: " : "bob: ") + text(n));
            }
        }
    }

    private static String text(int n) {
        return "message " + n + " " + "and some more text ".repeat(25) + ".";
    }

    /** Goes through what a terminal got: all in order, but what it was told to have missed. */
    private static void check(List<String> lines) {
        int next = 0;
        for (String line : lines) {
            if (line.contains(" skipped")) {
                next += Integer.parseInt(line.replaceAll("^\\* (\\d+) messages? skipped$", "$1"));
            } else if (line.contains(": message ")) {
                String speaker = next / BURST % 2 == 0 ? "ann: " : "bob: ";
                assertThat(line).isEqualTo(speaker + text(next));
                next++;
            }
        }
        assertThat(next).as("messages seen or told of").isEqualTo(MESSAGES);
    }

    /** A real telnet, all of whose output is kept. */
    private static final class Telnet {
        private final Terminal terminal;
        private final String name;

        Telnet(int port, String name) {
            this.name = name;
            this.terminal = new Terminal("telnet", "127.0.0.1", Integer.toString(port));
        }

        String name() {
            return name;
        }

        void joins() {
            terminal.shows("Please choose a name");
            terminal.records();
            terminal.types("/setname " + name);
            terminal.shows("Name accepted: you are " + name + ".");
        }

        void signal(String signal) {
            terminal.signal("telnet", signal);
        }

        void types(String line) {
            terminal.types(line);
        }

        List<String> lines() {
            return terminal.recorded();
        }

        void shows(String text) {
            Awaitility.await(name + " reads \"" + text + "\"")
                    .atMost(Inbox.PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> terminal.recordedText().contains(text));
        }

        void close() {
            terminal.close();
        }
    }
}
