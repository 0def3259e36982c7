package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import chat.server.SmallDisk;
import chat.server.control.ControlClient;
import chat.server.control.ControlReply;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, mail and order on a file system that is really full: whatever has to be kept is refused with a sentence, and nothing
 * of it is done by halves, now or after a restart. Needs the right to mount one.
 */
class FullDiskOrderTest {
    private static final String FULL = "the disk is full";
    private static final String PASSWORD = "correct-horse";

    @TempDir
    private Path directory;

    @AutoClose
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = SmallDisk.over(directory, 3);
    }

    @Test
    void shouldRefuseWhatItCannotKeepAndDoNothingOfIt() throws IOException {
        try (ChatServer server = start()) {
            Person ann = registers(server, "ann");
            assertThat(admin("op", "ann").done()).isTrue();
            Person bob = registers(server, "bob");
            bob.types("/quit");
            bob.reads("You have left the chat");
            Person eve = Person.joins("eve", port(server));
            Path ballast = fill(ann);

            for (String line : List.of(
                    "/ban eve because spam", "/mute eve", "/op bob", "/password " + PASSWORD + " " + PASSWORD + "s")) {
                asks(ann, line, FULL);
            }
            asks(ann, "/private bob are you there?", FULL);
            asks(eve, "/register " + PASSWORD, FULL);
            ControlReply reply = admin("op", "bob");
            assertThat(reply.done()).isFalse();
            assertThat(String.join(" ", reply.lines())).contains(FULL);
            nothingIsDone(ann, eve);

            disk.delete(ballast);
            Awaitility.await().until(() -> {
                eve.types("/topic there is room again");
                eve.types("/topic");
                return drained(eve).stream().anyMatch(line -> line.endsWith(": there is room again"));
            });
            nothingIsDone(ann, eve);
        }
        try (ChatServer server = start()) {
            Person eve = Person.joins("eve", port(server));
            Person bob = Person.connects("bob", port(server), Person.LF);
            asks(bob, "/login bob " + PASSWORD, "Name accepted");
            asks(bob, "/bans", "only operators");
            assertThat(drained(bob)).noneMatch(line -> line.contains("are you there?"));
            Person ann = Person.connects("ann", port(server), Person.LF);
            asks(ann, "/login ann " + PASSWORD, "Name accepted");
            nothingIsDone(ann, eve);
            asks(ann, "/ban eve because spam", "eve is banned from this server");
        }
    }

    /** Nobody is banned, muted, registered or an operator who was not before. */
    private static void nothingIsDone(Person ann, Person eve) {
        asks(ann, "/bans", "Nobody is");
        asks(ann, "/whois eve", "guest");
        eve.roundTrip();
        assertThat(eve.inbox().over()).isFalse();
        asks(ann, "/deop bob", "bob does not look after this server");
    }

    private ChatServer start() throws IOException {
        return ChatServer.start(TestServer.config()
                .withStore(StoreSettings.in(directory.resolve("data")))
                .withAdminSocket(directory.resolve("admin")));
    }

    private static int port(ChatServer server) {
        return server.address().getPort();
    }

    private static Person registers(ChatServer server, String name) {
        Person person = Person.joins(name, port(server));
        asks(person, "/register " + PASSWORD, "is yours now");
        return person;
    }

    private ControlReply admin(String... words) throws IOException {
        return ControlClient.ask(directory.resolve("admin"), List.of(words));
    }

    /** Takes all the room there is, also what the file has left in itself; what to delete to have it back. */
    private Path fill(Person person) throws IOException {
        Path ballast = directory.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            byte[] some = new byte[1024];
            for (int i = 0; i < 10_000; i++) {
                out.write(some);
            }
        } catch (IOException e) {
            // that was all
        }
        Awaitility.await().until(() -> {
            for (int i = 0; i < 50; i++) {
                person.types("x".repeat(400));
            }
            return drained(person).stream().anyMatch(line -> line.contains(FULL));
        });
        return ballast;
    }

    /** All lines until the server has dealt with what was typed. */
    private static List<String> drained(Person person) {
        person.roundTrip();
        List<String> lines = new ArrayList<>();
        while (!person.inbox().unread().isEmpty()) {
            lines.add(person.next());
        }
        return lines;
    }

    /** Types a line, and reads until the answer. */
    private static void asks(Person person, String line, String answer) {
        drained(person);
        person.types(line);
        List<String> lines = new ArrayList<>();
        do {
            String next = person.inbox().next();
            assertThat(next).as("%s: until %s, behind %s", line, answer, lines).isNotNull();
            lines.add(next);
        } while (!lines.get(lines.size() - 1).contains(answer));
    }
}
