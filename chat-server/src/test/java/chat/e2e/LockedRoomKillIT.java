package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be in a locked room after the server was killed: registered people do not need the key again. */
@Tag("long")
class LockedRoomKillIT {
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path data;

    private final List<Person> people = new ArrayList<>();

    @Test
    void shouldLetInWhoLookedAfterItAndWhoWasInvited() throws Exception {
        try (Program server = server()) {
            Person ann = guest(server, "ann");
            Person bob = registers(server, "bob");
            Person carl = registers(server, "carl");
            registers(server, "dora");
            Person eve = registers(server, "eve");
            asks(ann, "/join staff", "You are in staff");
            asks(ann, "/lock", "Only whom you invite gets into staff now");
            for (String name : List.of("bob", "carl", "dora")) {
                asks(ann, "/invite " + name, "You have invited " + name);
            }
            asks(bob, "/join staff", "You are in staff");
            asks(carl, "/join staff", "You are in staff");
            asks(ann, "/leave", "You have left staff"); // bob looks after it from now on; dora has not come yet
            asks(eve, "/join staff", "The room staff is locked");
            bob.types("/topic plans"); // is on the disk when it is told, and so is what came before
            Awaitility.await().until(() -> {
                bob.types("/topic");
                return bob.next().endsWith(": plans");
            });
            killed(server);
        }
        for (int time = 0; time < 2; time++) {
            try (Program server = server()) {
                Person eve = logsIn(server, "eve");
                asks(eve, "/join staff", "The room staff is locked, and nobody is in it");
                Person bob = logsIn(server, "bob");
                asks(bob, "/join staff", "You look after it");
                asks(logsIn(server, "carl"), "/join staff", "You are in staff with 1 other");
                asks(logsIn(server, "dora"), "/join staff", "You are in staff with 2 others");
                asks(guest(server, "ann"), "/join staff", "The room staff is locked");
                asks(bob, "/invite eve", "You have invited eve");
                asks(eve, "/join staff", "You are in staff");
                asks(eve, "/leave", "You have left staff");
                asks(eve, "/join staff", "The room staff is locked");
                killed(server);
            }
        }
    }

    @Test
    void shouldStillBelongToWhoMadeIt() throws Exception {
        try (Program server = server()) {
            Person ann = registers(server, "ann");
            asks(ann, "/join staff", "You are in staff");
            asks(ann, "/lock", "Only whom you invite gets into staff now");
            killed(server);
        }
        try (Program server = server()) {
            asks(guest(server, "eve"), "/join staff", "The room staff is locked, and nobody is in it");
            asks(logsIn(server, "ann"), "/join staff", "You look after it");
        }
    }

    private Program server() throws Exception {
        return Program.server("--port", "0", "--bind", "127.0.0.1", "--no-limits", "--data", data.toString());
    }

    private void killed(Program server) throws Exception {
        server.signal("KILL");
        server.exitCode();
        people.forEach(Person::close);
        people.clear();
    }

    private Person connects(Program server, String name) throws Exception {
        Person person = Person.connects(name, server.port(), Person.LF);
        people.add(person);
        return person;
    }

    private Person guest(Program server, String name) throws Exception {
        Person person = connects(server, name);
        asks(person, "/setname " + name, "Name accepted");
        return person;
    }

    private Person registers(Program server, String name) throws Exception {
        Person person = guest(server, name);
        asks(person, "/register " + PASSWORD, "is yours now");
        return person;
    }

    private Person logsIn(Program server, String name) throws Exception {
        Person person = connects(server, name);
        asks(person, "/login " + name + " " + PASSWORD, "Name accepted");
        return person;
    }

    /** Types a line, and reads until the answer. */
    private static void asks(Person person, String line, String answer) {
        person.types(line);
        List<String> lines = new ArrayList<>();
        do {
            lines.add(person.next());
            assertThat(lines).as("until %s", answer).hasSizeLessThan(50);
        } while (!lines.get(lines.size() - 1).contains(answer));
    }
}
