package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts that end their input behind the last line, as {@code printf ... | nc -N} does, while a password is looked at. */
class HalfClosedTest {
    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String says(String lines) throws IOException {
        try (Socket socket = connects(lines)) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private Socket connects(String lines) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        socket.setSoTimeout((int) SECONDS.toMillis(30));
        socket.getOutputStream().write(lines.getBytes(UTF_8));
        socket.shutdownOutput();
        return socket;
    }

    @Test
    void shouldAnswerEachLineInItsOrder() throws IOException {
        assertThat(says("/setname ann\n/register correct horse\n/allusers\n/quit\n"))
                .containsSubsequence("you are ann", "The name ann is yours now", "1 person in lobby", "You have left");
        assertThat(says("/login ann wrong-one\n")).contains("do not go together");
        assertThat(says("/login ann correct\n/login ann correct-horse\n/quit"))
                .containsSubsequence("do not go together", "do not go together", "You have left");
    }

    @Test
    void shouldHearWhatIsSaidBehindALogin() throws IOException {
        says("/setname ann\n/register correct-horse\n");
        try (Person bob = Person.joins("bob", server.address().getPort())) {
            assertThat(says("/login ann correct-horse\n/all hi\n/all there\n/allusers"))
                    .containsSubsequence("you are ann, and have logged in", "2 people in lobby");
            bob.reads("ann: hi");
            bob.reads("ann: there");
        }
    }
}
