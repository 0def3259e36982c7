package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Received;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A link to a server that a test plays. */
abstract class LinkRehearsal {
    static final UserName ANN = UserName.of("ann");
    static final Duration BACK = Duration.ofSeconds(40);

    final ManualNetwork network = new ManualNetwork();
    final Heard heard = new Heard();
    final ModelServer server = new ModelServer();
    ModelServer.Session session = server.connects();

    @Nullable
    ServerLink link;

    ServerLink link(@Nullable String name, boolean again) {
        UserName wanted = name == null ? null : UserName.of(name);
        ServerLink made = new ServerLink(new LinkSettings("example", 7, wanted, again), heard, network, new Random(1));
        made.start();
        network.run();
        link = made;
        return made;
    }

    ServerLink online() {
        ServerLink made = link("ann", true);
        opens();
        return made;
    }

    /** The connection is made, and all that follows from it has happened. */
    void opens() {
        session = server.connects();
        network.wire().opens();
        exchange();
    }

    /** Lines go to the server and answers come back until nothing is under way. */
    void exchange() {
        network.run();
        for (int i = 0; i < 10; i++) {
            network.wire().lines().forEach(session::takes);
            session.answers().forEach(network.wire()::says);
            network.run();
        }
    }

    CompletableFuture<Received> send(String line) {
        CompletableFuture<Received> answer = (link == null ? online() : link).send(line);
        network.run();
        return answer;
    }

    static Event event(CompletableFuture<Received> answer) {
        assertThat(answer).isDone();
        return answer.join().event();
    }

    static void assertHandedBack(CompletableFuture<?> answer, String reason) {
        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NotTakenException.class)
                .hasMessageContaining(reason);
    }
}
