package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.ChatServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody opens the page for the first time. */
class WebFirstVisitIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private ChatServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.startWithWeb();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTalkWithinFiveSeconds() {
        long begin = System.nanoTime();
        Page ann = BROWSER.opens(server.webAddress().orElseThrow()).joins("ann");
        ann.says("hello");
        ann.reads("ann: hello");
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);

        System.out.println("The first visit: talking after " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
        ann.screenshot("first-line");
    }
}
