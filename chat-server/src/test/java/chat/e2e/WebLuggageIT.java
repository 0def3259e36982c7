package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the browser keeps of a tab that nobody looks at, which a phone may let go of without a word. */
@Tag("long")
class WebLuggageIT {
    private static final String HIDDEN = """
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => arguments[0] });
            document.dispatchEvent(new Event('visibilitychange'));
            """;
    /** A browser that lets go of a tab tells it nothing, so that nothing can be kept then. */
    private static final String LET_GO = "Storage.prototype.setItem = () => {}";

    private static final String KEPT = "return sessionStorage.getItem('luggage') ?? ''";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldKeepNoPasswordThatIsHalfTyped() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.types("/login ann hunter2");
        ann.run(HIDDEN, true);

        assertThat((String) ann.run(KEPT)).contains("lobby").doesNotContain("hunter2");
        ann.run(HIDDEN, false);
        assertThat(ann.typed()).isEqualTo("/login ann hunter2");
    }

    @Test
    void shouldBeTheSamePersonAfterTheBrowserLetGoOfAHiddenTab() throws IOException {
        BROWSER.expectsComplaint("WebSocket connection to");
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(new InetSocketAddress(InetAddress.getLoopbackAddress(), network.port()))
                    .joins("ann");
            network.stalls();
            ann.says("from the tunnel");
            ann.run(HIDDEN, true);
            network.resets();
            network.resumes();
            bob.reads("ann: from the tunnel");
            bob.types("/private ann psst");
            ann.awaitsThat(
                    "who has written", ann::privates, it -> assertThat(it).hasSize(1));

            ann.run(LET_GO);
            ann.reloads();
            ann.awaits("the page", () -> ann.element("#input").isDisplayed());
            ann.awaits("the room", () -> ann.title().equals("# lobby"));
            ann.says("here again");
            ann.reads("ann: here again");
            assertThat(ann.status()).doesNotContain("elsewhere");
            assertThat(ann.lines()).containsOnlyOnce("ann: from the tunnel");
            ann.goesTo("bob");
            ann.reads("bob: psst");
        }
    }

    @Test
    void shouldKeepNothingOfATabThatSomebodyLooksAt() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run(HIDDEN, true);
        assertThat((String) ann.run(KEPT)).isNotEmpty();
        ann.run(HIDDEN, false);
        assertThat((String) ann.run(KEPT)).isEmpty();
    }
}
