package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server is told to stop while people are there. */
class ServerStopIT {
    private static final String[] FREE_PORT = {"--port", "0", "--bind", "127.0.0.1"};

    @Test
    void shouldSayGoodbyeToFiftyPeopleOnSigterm() throws IOException, InterruptedException {
        try (Program server = Program.server(FREE_PORT)) {
            List<Person> people = crowd(server.port(), 50);
            try (Socket deaf = deaf(server.port())) {
                server.await("is now deaf");
                server.signal("TERM");

                people.forEach(ServerStopIT::readsGoodbye);
                assertThat(server.exitCode()).isIn(0, 143);
                assertThat(deaf.isConnected()).isTrue();
                assertThat(server.out().get(server.out().size() - 1)).endsWith("Stopped");
                assertThat(server.err()).isEmpty();
            } finally {
                people.forEach(Person::close);
            }
        }
    }

    @Test
    void shouldSayGoodbyeOnCtrlC() {
        try (Terminal server = new Terminal(Program.command(Program.thisJava(), "chat.server.jar", FREE_PORT))) {
            List<Person> people = crowd(Program.portIn(server.shows(" Join with: ")), 3);
            try {
                server.presses("C-c");

                people.forEach(ServerStopIT::readsGoodbye);
                assertThat(server.exitCode()).isIn(0, 130);
            } finally {
                people.forEach(Person::close);
            }
        }
    }

    /** Some have a name, some not yet; some are in the middle of a line. */
    private static List<Person> crowd(int port, int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Person person = i % 5 == 0 ? Person.connects("nobody", port, Person.LF) : Person.joins("p" + i, port);
            if (i % 5 == 0) {
                person.next();
                person.next();
            }
            if (i % 3 == 0) {
                person.sends("half a li".getBytes(UTF_8));
            }
            people.add(person);
        }
        return people;
    }

    private static void readsGoodbye(Person person) {
        person.reads("Server has been closed by host");
        assertThat(person.inbox().ends()).isTrue();
        assertThat(person.inbox().unread()).isEmpty();
        assertThat(person.inbox().fault()).isEmpty();
    }

    /** Somebody who asks for megabytes and reads nothing of it. */
    private static Socket deaf(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(("/setname deaf\n" + "/cmd\n".repeat(10_000)).getBytes(UTF_8));
        return socket;
    }
}
