package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that has secrets in it, on a server that logs all it can: none is in what it prints, nor in any file that it
 * leaves. {@link PasswordsStaySecretTest} has what people type by mistake.
 */
@Tag("long")
class SecretsIT {
    private static final String LOG_ALL = """
            <configuration>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %level %logger %msg%n%ex</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="OUT"/></root>
              <logger name="io.netty" level="DEBUG"/>
            </configuration>
            """;

    @TempDir
    private Path directory;

    /** All begin alike, so that a part of one is found, too. */
    private final List<String> secrets = new ArrayList<>(List.of("xyzzy"));

    private int made;
    private String data;
    private int port;

    private String secret() {
        return "xyzzy-secret-" + ++made;
    }

    @Test
    void shouldBeInNothingThatIsLeft() throws IOException, InterruptedException {
        data = directory.resolve("data").toString();
        Path config = Files.writeString(directory.resolve("logback.xml"), LOG_ALL);
        try (Program server = Program.server(
                "200m",
                List.of("-Dlogback.configurationFile=" + config),
                List.of("--port=0", "--bind=127.0.0.1", "--data", data))) {
            port = server.port();
            haveSecrets();
            server.signal("TERM");
            server.exitCode();
            List<String> printed =
                    Stream.concat(server.out().stream(), server.err().stream()).toList();
            assertThat(printed).anyMatch(line -> line.contains(" DEBUG "));
            for (String secret : secrets) {
                assertThat(printed).noneMatch(line -> line.contains(secret));
            }
        }
        for (Path file : files()) {
            String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
            for (String secret : secrets) {
                assertThat(bytes.contains(secret)).as("%s has %s", file, secret).isFalse();
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(data))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).extracting(file -> file.getFileName().toString()).contains("chat.db", "audit.log");
            return all;
        }
    }

    private void haveSecrets() throws InterruptedException {
        String password = secret();
        try (Person ann = Person.joins("ann", port);
                Person bob = Person.joins("bob", port)) {
            registerInTwoSteps(ann, password);
            password = changeInTwoSteps(ann, password);
            String his = registerInOneLine(bob);
            writeInPrivate(ann, bob);
            useAKey(ann, bob);
            ann.types("/quit");
            ann.inbox().ends();
            bob.types("/private ann " + secret());
            awaitLine(bob, "Kept for ann");
            bob.types("/unregister " + his);
            awaitLine(bob, "bob");
        }
        failToLogIn();
        logInTwice(password, setByWhoeverRunsIt());
        resume();
    }

    private static void registerInTwoSteps(Person ann, String password) {
        ann.types("/register");
        awaitLine(ann, "Please choose a password for ann");
        ann.types(password);
        awaitLine(ann, "Please type it once more");
        ann.types(password);
        awaitLine(ann, "The name ann is yours now.");
    }

    private String changeInTwoSteps(Person ann, String password) {
        String next = secret();
        ann.types("/password");
        awaitLine(ann, "Please type the password of ann");
        ann.types(password);
        awaitLine(ann, "Please choose a password for ann");
        ann.types(next);
        awaitLine(ann, "Please type it once more");
        ann.types(next);
        awaitLine(ann, "The password of ann has changed.");
        return next;
    }

    private String registerInOneLine(Person bob) {
        String first = secret();
        String second = secret();
        bob.types("/register " + first);
        awaitLine(bob, "The name bob is yours now.");
        bob.types("/password " + first + " " + second);
        awaitLine(bob, "The password of bob has changed.");
        return second;
    }

    private void writeInPrivate(Person ann, Person bob) {
        ann.types("/private bob " + secret());
        awaitLine(bob, "ann(private): xyzzy");
        bob.types("/reply " + secret());
        awaitLine(ann, "bob(private): xyzzy");
        bob.types("/private nobody " + secret());
        awaitLine(bob, "User not found");
    }

    private void useAKey(Person ann, Person bob) {
        ann.types("/join den");
        awaitLine(ann, "You are in den");
        ann.types("/lock");
        String told = ann.next();
        String key = told.substring(told.lastIndexOf(' ') + 1);
        assertThat(key).hasSizeGreaterThan(7);
        secrets.add(key);
        bob.types("/join den " + key);
        awaitLine(bob, "You are in den");
    }

    private void failToLogIn() {
        try (Person eve = Person.connects("eve", port, Person.LF)) {
            eve.types("/login ann " + secret());
            awaitLine(eve, "That name and password do not go together.");
            eve.types("/login ann");
            awaitLine(eve, "Please type the password of ann");
            eve.types(secret());
            awaitLine(eve, "That name and password do not go together.");
        }
    }

    private String setByWhoeverRunsIt() throws InterruptedException {
        String password = secret();
        try (Program admin = Program.server("admin", "passwd", "dora", "--data", data)) {
            admin.isPiped(password + "\n");
            assertThat(admin.exitCode()).as("%s", admin.err()).isZero();
            assertThat(admin.out()).noneMatch(line -> line.contains(password));
        }
        return password;
    }

    private void logInTwice(String password, String hers) {
        try (Person ann = Person.connects("ann", port, Person.LF);
                Person dora = Person.connects("dora", port, Person.LF)) {
            ann.types("/login ann");
            awaitLine(ann, "Please type the password of ann");
            ann.types(password);
            awaitLine(ann, "bob(private): xyzzy");
            dora.types("/login dora " + hers);
            awaitLine(dora, "dora");
            dora.roundTrip();
            ann.roundTrip();
        }
    }

    private void resume() {
        String key = "0123456789abcdef-" + secret();
        try (Person program = Person.connects("program", port, Person.LF)) {
            program.types("/format json");
            awaitLine(program, "\"format\"");
            program.types("/resume " + key + " 1");
            awaitLine(program, "resumed");
            program.types("@1 /setname program");
            awaitLine(program, "name-accepted");
        }
    }

    /** Whatever comes before it. */
    private static void awaitLine(Person person, String part) {
        String line = person.next();
        for (int i = 0; i < 200 && !line.contains(part); i++) {
            line = person.next();
        }
        assertThat(line).contains(part);
    }
}
