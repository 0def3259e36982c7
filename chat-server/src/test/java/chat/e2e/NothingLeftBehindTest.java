package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.server.ChatServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts the threads of the whole JVM")
class NothingLeftBehindTest {
    @Test
    void shouldLeaveNoThreadBehind() throws IOException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ChatServer server = TestServer.start();
        Person ann = Person.joins("ann", server.address().getPort());
        Person bob = Person.joins("bob", server.address().getPort());
        assertThat(startedSince(before)).anyMatch(thread -> thread.getName().startsWith("loop"));

        server.close();

        ann.reads("Server has been closed by host");
        bob.reads("Server has been closed by host");
        assertThat(ann.inbox().ends()).isTrue();
        assertThat(bob.inbox().ends()).isTrue();
        ann.close();
        bob.close();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(startedSince(before)).isEmpty());
    }

    private static Set<Thread> startedSince(Set<Thread> before) {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeAll(before);
        return threads;
    }
}
