package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.net.Fingerprint;
import chat.fuzz.LogWatch;
import chat.server.ChatServer;
import chat.server.net.tls.Certificates;
import chat.server.net.tls.IdentityFiles;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is different about TLS; that everything else is not, the conversations show. */
class TlsTest {
    /** A handshake that is wrong only when it is looked into, which is when its sender has gone. */
    private static final byte[] HALF_A_HELLO = {22, 3, 1, 0, 5, 1, 0, 0, 1, 0};

    @TempDir
    private Path folder;

    private IdentityFiles files;
    private ChatServer server;
    private Door door;

    @BeforeEach
    void start() throws IOException {
        files = TestServer.selfSigned(folder);
        server = TestServer.startWithTls(files);
        door = Door.tls(Door.plain(server.tlsAddress().orElseThrow().getPort()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldLetPeopleTalkOnWhileTheCertificateChanges() throws IOException {
        Certificates certificates = server.certificates().orElseThrow();
        List<Person> people = new ArrayList<>();
        try {
            for (int round = 0; round < 5; round++) {
                Fingerprint served = certificates.fingerprint();
                assertThat(shown()).isEqualTo(served);
                Person next = Person.joins("p" + round, door, Person.LF);
                people.add(next);
                change(round);
                for (int i = 0; i < 200; i++) {
                    next.types("round " + round + " line " + i);
                    if (i == 100) {
                        certificates.look();
                        certificates.look();
                    }
                }
                for (Person other : people.subList(0, round)) {
                    for (int i = 0; i < 200; i++) {
                        other.reads("p" + round + ": round " + round + " line " + i);
                    }
                }
                assertThat(shown()).isEqualTo(certificates.fingerprint()).isNotEqualTo(served);
            }
        } finally {
            people.forEach(Person::close);
        }
    }

    private void change(int round) throws IOException {
        IdentityFiles next = TestServer.selfSigned(Files.createDirectory(folder.resolve("next" + round)));
        Files.move(next.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(next.key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Fingerprint shown() throws IOException {
        try (Socket socket = door.open()) {
            return Fingerprint.of(Door.certificate(socket).getPublicKey());
        }
    }

    @Test
    void shouldEndTlsBehindTheLastLine() throws IOException {
        try (Socket socket = door.open()) {
            socket.getOutputStream().write("/setname ann\n/quit\n".getBytes(UTF_8));
            // an end without TLS's own would be an exception
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("You have left the chat\n");
        }
    }

    @Test
    void shouldEndTlsBehindTheLastLineWhenTheServerStops() throws IOException {
        try (Socket socket = door.open();
                Person bob = Person.joins("bob", door, Person.LF)) {
            server.close();
            bob.reads("Server has been closed by host");
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("Server has been closed by host\r\n");
        }
    }

    @Test
    void shouldTakeALastLineThatNobodyEndedOnlyIfTlsWasEnded() throws IOException {
        try (Person bob = Person.joins("bob", door, Person.LF)) {
            try (Person ann = Person.joins("ann", door, Person.LF)) {
                ann.sends("all of it".getBytes(UTF_8));
            }
            bob.reads("ann: all of it");

            List<Socket> below = new ArrayList<>();
            Door known = Door.tls(() -> {
                Socket socket =
                        Door.plain(server.tlsAddress().orElseThrow().getPort()).open();
                below.add(socket);
                return socket;
            });
            Person eve = Person.joins("eve", known, Person.LF);
            eve.sends("whole\nhalf a li".getBytes(UTF_8));
            below.get(0).shutdownOutput(); // as somebody on the way may do
            bob.reads("eve: whole");
            assertThat(bob.inbox().tells("eve left")).isTrue();
            assertThat(bob.inbox().unread()).isEmpty();
            eve.close();
        }
    }

    @Test
    void shouldBringEverythingToEverybodyInOrder() {
        int lines = 3000;
        List<Person> people = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                people.add(Person.joins("p" + i, i % 2 == 0 ? door : Door.plain(plainPort()), Person.LF));
            }
            Person author = people.get(0);
            for (int i = 0; i < lines; i++) {
                author.types("line " + i);
            }
            for (Person reader : people.subList(1, people.size())) {
                for (int i = 0; i < lines; i++) {
                    reader.reads("p0: line " + i);
                }
            }
        } finally {
            people.forEach(Person::close);
        }
    }

    private int plainPort() {
        return server.plainAddress().orElseThrow().getPort();
    }

    @Test
    void shouldTellWhoKnocksAtTheWrongDoorWhichOneIsRight() throws IOException {
        int tls = server.tlsAddress().orElseThrow().getPort();
        try (Socket socket = Door.plain(tls).open()) {
            socket.getOutputStream().write("hello\r\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .isEqualTo("This port speaks TLS; plain text is on port " + plainPort() + ".\r\n");
        }
        try (Socket socket = Door.plain(plainPort()).open()) {
            socket.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3});
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("\r\nThis port speaks plain text; TLS is on port " + tls + ".\r\n");
        }
    }

    @Test
    void shouldLetOthersTalkWhileHandshakesAreBroken() throws IOException {
        int tls = server.tlsAddress().orElseThrow().getPort();
        try (LogWatch log = new LogWatch();
                Person ann = Person.joins("ann", door, Person.LF);
                Person bob = Person.joins("bob", door, Person.LF)) {
            for (int i = 0; i < 200; i++) {
                try (Socket socket = Door.plain(tls).open()) {
                    byte[] garbage = new byte[100];
                    garbage[0] = 22;
                    garbage[1] = 3;
                    garbage[2] = 3;
                    garbage[4] = (byte) (i % 90);
                    socket.getOutputStream().write(i % 2 == 0 ? garbage : HALF_A_HELLO);
                }
                ann.types("line " + i);
                bob.reads("ann: line " + i);
            }
            log.check();
        }
    }
}
