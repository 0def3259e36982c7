package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import java.io.IOException;
import java.util.List;
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

    @Test
    void shouldHearWhatWasTypedBeforeTheConnectionEnded() {
        int port = server.address().getPort();
        try (Person bob = Person.joins("bob", port)) {
            for (int i = 0; i < 50; i++) {
                try (Person ann = Person.joins("ann" + i, port)) {
                    ann.sends("/private bob hi\n/private bob there\n/all bye\n".getBytes(UTF_8));
                    ann.endsInput();
                    // the last private message and what is said to all go different ways
                    assertThat(List.of(bob.next(), bob.next(), bob.next()))
                            .containsExactlyInAnyOrder(
                                    "ann" + i + "(private): hi", "ann" + i + "(private): there", "ann" + i + ": bye");
                }
            }
        }
    }
}
