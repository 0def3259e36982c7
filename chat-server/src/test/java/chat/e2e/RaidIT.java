package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host on telnet deals with a raid of 200 connections in a room of 100 people, who lose nothing of their conversation. What
 * the host types, and what everybody reads, is the example in {@code docs/moderating.md}, line by line.
 */
@Tag("long")
class RaidIT {
    private static final int PEOPLE = 100;
    private static final int RAIDERS = 200;
    private static final String PROXY = "127.0.0.2";
    private static final String PASSWORD = "correct-horse-battery";

    /** How many lines they have written when the host does something about them; takes seconds. */
    private static final int MOST_CRIES = 4000;

    /** How long people have to be here to write during the raid, as the example says. */
    private static final Duration HERE = Duration.ofSeconds(20);

    /** How long anything may take from the line that the host types. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** The same where files are wiped. */
    private static final Duration WIPED = Duration.ofSeconds(20);

    /** How late a line may come to others: the people, the raiders and the host's terminal share the machine with the server. */
    private static final long LATEST_MILLIS = 3000;

    private static final Path PAGE = Path.of("../docs/moderating.md");
    private static final Pattern BLOCK = Pattern.compile("```raid\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("([a-z]+)\\d*([<>]) (.*)");

    /** What is another one each time: moments, addresses of telnet, counts. */
    private static final Pattern VARIABLE = Pattern.compile(
            "(?<moment>\\d\\d:\\d\\d)|(?<address>192\\.0\\.2\\.7:\\d+)|(?<count>(?<=Removed for good: |It puts out )\\d+)");

    private static final Pattern HUNDREDS_OF_CRIES = Pattern.compile("(" + Raid.CRY + "[^x]+){500}");

    @TempDir
    private Path directory;

    private Path data;
    private int port;
    private Terminal ann;
    private Raid raid;
    private Person carl;

    /** How far the host had read when the last line was typed. */
    private int readBefore;

    @Test
    void shouldBeDealtWithWhileOthersGoOnTalking() throws IOException {
        data = directory.resolve("data");
        try (Program server = Program.server(
                        "--port=0", "--bind=127.0.0.1", "--data", data.toString(), "--proxy-from=" + PROXY + "/32");
                Terminal host = telnet(server.port());
                Bystanders people = new Bystanders(port, PEOPLE, 1000)) {
            ann = host;
            Bystanders.Latency before = people.during(() -> {
                step("register", SOON.plus(SOON), this::register);
                step("become an operator", WIPED, this::becomeOperator);
                people.awaitHereFor(HERE);
            });
            Bystanders.Latency during = people.during(this::playRaid);
            System.out.printf("before the raid      others: %s%nduring the raid      others: %s%n", before, during);
            assertThat(during.p99()).as("ms until a line has come").isLessThan(LATEST_MILLIS);
            assertThat(server.out()).noneMatch(line -> line.contains(" ERROR "));
            ann.types("/quit");
        }
        assertThat(Files.readString(data.resolve("audit.log")))
                .containsPattern(
                        "\"by\":\"ann\".*\"action\":\"ban\",\"whom\":\"203.0.113.0/24\".*\"because\":\"raid\"");
    }

    private Terminal telnet(int where) {
        port = where;
        Terminal terminal = new Terminal("telnet", "127.0.0.1", Integer.toString(port));
        terminal.records();
        terminal.shows("Please choose a name");
        return terminal;
    }

    private static void step(String what, Duration limit, Runnable task) {
        long began = System.nanoTime();
        task.run();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        System.out.printf("%-48s %5d ms%n", what, millis);
        assertThat(millis).as("ms to %s", what).isLessThan(limit.toMillis());
    }

    private void register() {
        annTypes("/setname ann");
        annReads("Name accepted: you are ann.");
        annTypes("/register");
        annReads("Please choose a password for ann");
        annTypes(PASSWORD);
        annReads("Please type it once more for ann");
        annTypes(PASSWORD);
        annReads("The name ann is yours now.");
        assertThat(ann.recordedText()).doesNotContain(PASSWORD);
    }

    private void becomeOperator() {
        try (Program admin = Program.server("admin", "op", "ann", "--data", data.toString())) {
            assertThat(admin.exitCode()).as("%s", admin.err()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void playRaid() {
        try (Raid raging = new Raid(RAIDERS, port, PROXY);
                Person newcomer = Person.connects("carl", port, Person.LF)) {
            raid = raging;
            carl = newcomer;
            step("see that there is a raid", SOON, () -> annReads(HUNDREDS_OF_CRIES));
            step("let it rage", WIPED, () -> raid.awaitCries(MOST_CRIES, WIPED));
            assertThat(filesWith(Raid.CRY)).isNotEmpty();
            for (String line : script()) {
                Matcher words = LINE.matcher(line);
                assertThat(words.matches()).as(line).isTrue();
                play(words.group(1), words.group(2).equals(">"), words.group(3));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> script() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        assertThat(block.find()).as("the example in %s", PAGE).isTrue();
        return block.group(1).lines().toList();
    }

    private void play(String who, boolean types, String text) {
        if (types && who.equals("ann")) {
            step("ann types " + text, SOON, () -> annTypes(text));
        } else if (types) {
            carl.types(text);
        } else if (who.equals("ann")) {
            step("ann reads", text.startsWith("Removed") ? WIPED : SOON, () -> annReads(pattern(text)));
            checkAfter(text);
        } else if (who.equals("raider")) {
            step("all raiders read why", SOON, () -> raid.awaitAllRead(pattern(text), SOON));
        } else {
            step("carl reads", SOON, () -> carlReads(pattern(text)));
        }
    }

    /** What the example does not show. */
    private void checkAfter(String answer) {
        if (answer.contains("is banned from")) {
            step("all raiders are out", SOON, () -> raid.awaitOut(SOON));
            step("one comes again, and reads why not", SOON, this::comesAgain);
        } else if (answer.startsWith("Removed")) {
            assertThat(filesWith(Raid.CRY)).isEmpty();
        } else if (answer.startsWith("Everybody may write")) {
            carl.types("/history 200");
            carl.roundTrip();
            assertThat(carl.inbox().unread()).hasSizeGreaterThan(100).noneMatch(line -> line.contains(Raid.CRY));
        }
    }

    private void comesAgain() {
        try (Socket raider = new Socket()) {
            raider.bind(new InetSocketAddress(PROXY, 0));
            raider.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            raider.getOutputStream().write("PROXY TCP4 203.0.113.7 192.0.2.1 41000 8090\r\n".getBytes(UTF_8));
            assertThat(new String(raider.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("You are banned from this server until ")
                    .contains(", says ann: raid.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> filesWith(String text) {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int from = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(text.substring(from, variable.start())));
            pattern.append(variable.group("moment") != null ? "(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d" : "[\\d.:]+");
            from = variable.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(text.substring(from))).toString());
    }

    private void annTypes(String line) {
        readBefore = ann.recordedText().length();
        ann.types(line);
    }

    private void annReads(String text) {
        annReads(Pattern.compile(Pattern.quote(text)));
    }

    /** Behind what had come when she typed the last time. */
    private void annReads(Pattern text) {
        Awaitility.await("ann reads " + text)
                .atMost(WIPED)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        text.matcher(ann.recordedText().substring(readBefore)).find());
    }

    private void carlReads(Pattern text) {
        String line = carl.next();
        while (!text.matcher(line).lookingAt()) {
            line = carl.next();
        }
    }
}
