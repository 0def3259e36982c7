package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chat-server admin}, beside a server that runs. */
class AdminConsoleIT {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private static Path directory;

    private static Program server;
    private static int port;

    @BeforeAll
    static void start() {
        server = Program.server("--port", "0", "--bind", "127.0.0.1", "--data", data());
        port = server.port();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        assertThat(socket()).exists();
        server.signal("TERM");
        server.exitCode();
        assertThat(socket()).doesNotExist();
        assertThat(admin(1, "users").err()).singleElement().asString().startsWith("There is no " + socket() + ": ");
        assertThat(server.out()).noneMatch(line -> line.contains(PASSWORD));
    }

    private static String data() {
        return directory.resolve("data").toString();
    }

    private static Path socket() {
        return directory.resolve("data/chat.sock");
    }

    private static Program admin(int exitCode, String... words) throws InterruptedException {
        return adminReading("", exitCode, words);
    }

    private static Program adminReading(String input, int exitCode, String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("admin"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data()));
        try (Program program = Program.server(command.toArray(String[]::new))) {
            program.isPiped(input);
            assertThat(program.exitCode())
                    .as("%s: %s %s", command, program.out(), program.err())
                    .isEqualTo(exitCode);
            return program;
        }
    }

    private static void awaitLine(Person person, String part) {
        String line = person.next();
        for (int i = 0; i < 100 && !line.contains(part); i++) {
            line = person.next();
        }
        assertThat(line).contains(part);
    }

    @Test
    void shouldMakeAnOperatorOfSomebodyWhoHasLoggedIn() throws InterruptedException {
        try (Person ann = Person.joins("ann", port)) {
            ann.types("/bans");
            awaitLine(ann, "perators");
            assertThat(admin(1, "op", "ann").err())
                    .containsExactly(
                            "There is no registered name ann. Its owner registers it with /register, or you do:"
                                    + " chat-server admin passwd ann");
            ann.types("/register correct-horse-battery");
            awaitLine(ann, "The name ann is yours now. Next time, type /login ann");
            assertThat(admin(0, "op", "ann").out()).containsExactly("ann looks after this server now.");
            ann.types("/bans");
            awaitLine(ann, "anned or muted in this server");
            assertThat(admin(1, "op", "ann").err()).containsExactly("ann already looks after this server.");
            assertThat(admin(0, "users").out())
                    .anyMatch(line -> line.matches("ann@ +127\\.0\\.0\\.1:\\d+ +since \\d\\d:\\d\\d +lobby"));
            assertThat(admin(1, "deop", "ann").err())
                    .containsExactly("ann is the last operator of this server. Please /op somebody else first.");
            assertThat(admin(0, "audit").out())
                    .anyMatch(line -> line.contains("operator (the console of " + System.getProperty("user.name")
                            + "): op ann in this server"));
        }
    }

    @Test
    void shouldSetAPasswordWhichNobodyElseReads() throws IOException, InterruptedException {
        assertThat(adminReading(PASSWORD + "\n", 0, "passwd", "bob").out())
                .containsExactly("The name bob is registered. Its owner types /login bob and this password.");
        try (Person bob = Person.connects("bob", port, Person.LF)) {
            bob.types("/login bob");
            bob.types(PASSWORD);
            awaitLine(bob, "you are bob");
            assertThat(adminReading("another good one\n", 0, "passwd", "BOB").out())
                    .containsExactly("The password of bob has changed. Who has logged in stays.");
            bob.types("/whois bob");
            awaitLine(bob, "bob has logged in");
        }
        assertThat(adminReading("short\n", 1, "passwd", "bob").err())
                .singleElement()
                .asString()
                .startsWith("A password has 8 to 128 characters");
        assertThat(adminReading("", 1, "passwd", "bob").err())
                .containsExactly("No password was given, and nothing has changed.");
        assertThat(adminReading(PASSWORD + "\n", 1, "passwd", "b0b").err())
                .containsExactly("The name b0b looks like bob, which is registered.");
        assertThat(adminReading(PASSWORD + "\n", 1, "passwd", "Server").err())
                .singleElement()
                .asString()
                .startsWith("The name Server is reserved.");
        assertThat(Files.readString(directory.resolve("data/audit.log")))
                .contains("\"action\":\"password\",\"whom\":\"bob\"")
                .doesNotContain(PASSWORD)
                .doesNotContain("another good one");
    }

    @Test
    void shouldPutPeopleOutAndTellThemWhy() throws InterruptedException {
        try (Person eve = Person.joins("eve", port)) {
            assertThat(admin(0, "kick", "eve", "because", "enough").out())
                    .containsExactly("eve is out of this server.");
            assertThat(eve.inbox().tells("operator has put you out of this server: enough."))
                    .isTrue();
            awaitLine(eve, "You have been put out of this server");
        }
        assertThat(admin(0, "ban", "mallory", "for", "2h", "because", "spam").out())
                .singleElement()
                .asString()
                .matches(
                        "mallory is banned from this server until .*\\(number \\d+\\)\\. Nobody here goes by that name now\\.");
        try (Person mallory = Person.connects("mallory", port, Person.LF)) {
            mallory.types("/setname mallory");
            awaitLine(mallory, "says operator: spam.");
        }
        assertThat(admin(0, "bans").out()).anyMatch(line -> line.contains("ban  mallory  until "));
        assertThat(admin(0, "unban", "mallory").out()).containsExactly("1 ban or mute is taken back.");
        assertThat(admin(1, "unban", "mallory").err())
                .singleElement()
                .asString()
                .startsWith("Nothing like mallory");
        assertThat(admin(1, "kick", "nobody").err()).containsExactly("User not found in this server: nobody.");
        assertThat(admin(1, "ban", "127.0.0.1").err())
                .singleElement()
                .asString()
                .contains("is this machine itself");
        assertThat(admin(1, "ban", "mallory", "until", "monday").err())
                .containsExactly(
                        "A reason begins with the word because. Please use it like this: ban WHOM [for TIME] [because TEXT]");
    }

    @Test
    void shouldTellEverybodySomethingOnce() throws InterruptedException {
        try (Person gil = Person.joins("gil", port);
                Person nameless = Person.connects("nameless", port, Person.LF)) {
            assertThat(admin(0, "say", "We", "move", "at 10:30.").out())
                    .singleElement()
                    .asString()
                    .startsWith("Said on ");
            for (Person person : List.of(gil, nameless)) {
                assertThat(person.inbox().tells("Operator: We move at 10:30.")).isTrue();
                person.roundTrip();
                assertThat(person.inbox().untold()).doesNotContain("Operator: We move at 10:30.");
            }
        }
        assertThat(admin(0, "audit", "200").out())
                .anyMatch(line -> line.endsWith(": say in this server: We move at 10:30."));
    }

    @Test
    void shouldSayHowItIsUsed() throws InterruptedException {
        assertThat(admin(2).err()).first().asString().startsWith("Please say what to do (expected: one of ");
        assertThat(admin(2, "op").err()).first().isEqualTo("Missing required parameter: 'NAME'");
        assertThat(admin(1, "audit", "many").err()).containsExactly("That is no count: many (expected: 1 to 1000).");
    }

    @Test
    void shouldBeForItsOwnUserOnly() throws IOException, InterruptedException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                .isEqualTo("rw-------");
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can be another user");
        Path open = Files.createTempDirectory("open");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jar = Files.copy(Path.of(System.getProperty("chat.server.jar")), open.resolve("server.jar"));
        Path file = open.resolve("its.sock");
        try (Program ephemeral =
                Program.server("--port", "0", "--bind", "127.0.0.1", "--admin-socket", file.toString())) {
            ephemeral.port();
            String java = Program.thisJava().resolve("bin/java").toString();
            List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            List<String> command = new ArrayList<>(asNobody);
            command.addAll(List.of(java, "-jar", jar.toString(), "admin", "users", "--admin-socket", file.toString()));
            try (Program stranger = Program.any(command)) {
                assertThat(stranger.exitCode()).isEqualTo(1);
                assertThat(stranger.err())
                        .containsExactly("No server answers at " + file
                                + " (Permission denied): it is not running, or runs as another user.");
            }
            try (Program owner = Program.any(command.subList(asNobody.size(), command.size()))) {
                assertThat(owner.exitCode()).isZero();
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(jar);
            Files.delete(open);
        }
    }

    @Test
    void shouldRunWithoutASocketWhereThereCanBeNone() throws InterruptedException {
        String far = directory.resolve("far".repeat(40)).toString();
        try (Program lonely = Program.server("--port", "0", "--bind", "127.0.0.1", "--data", far);
                Person ann = Person.joins("hal", lonely.port())) {
            assertThat(lonely.await("chat-server admin will not reach this server"))
                    .contains("Name a file with a shorter path")
                    .contains("WARN");
            ann.roundTrip();
            try (Program doctor = Program.server(
                    "doctor", "--data", data(), "--port", Integer.toString(port), "--bind", "127.0.0.1")) {
                assertThat(doctor.exitCode()).as(doctor.out().toString()).isZero();
            }
        }
    }
}
