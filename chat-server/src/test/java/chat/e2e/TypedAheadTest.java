package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.server.ChatServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several lines in one packet, as a script or a paste sends them. */
class TypedAheadTest {
    private static ChatServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldAnswerWhatIsTypedBehindAPrivateMessage() {
        int port = server.address().getPort();
        // joined one after the other, they live on different event loops: the confirmation takes its time
        try (Person ann = Person.joins("ann", port);
                Person bob = Person.joins("bob", port)) {
            for (int i = 0; i < 200; i++) {
                ann.sends(("/private bob " + i + "\n/allusers\n/private bob again\n/all " + i + "\n/allusers\n")
                        .getBytes(UTF_8));
                ann.reads("Sent to bob.");
                ann.reads("2 people in lobby: ann, bob");
                ann.reads("Sent to bob.");
                ann.reads("2 people in lobby: ann, bob");
                bob.reads("ann(private): " + i);
                bob.reads("ann(private): again");
                bob.reads("ann: " + i);
            }
        }
    }
}
