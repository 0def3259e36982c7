package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The page while nobody looks at it: in a tab behind another one, or put aside since somebody went elsewhere. */
@Tag("long")
class WebBackgroundIT {
    /** What a browser tells a page that it puts aside as it is, and shows again. */
    private static final String PUT_ASIDE = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))";

    private static final String SHOWN_AGAIN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    private static final String KEPT = "return sessionStorage.getItem('luggage') ?? ''";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldCountWhatComesWhileTheTabIsHiddenUntilSomebodyLooks() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        bob.types("one");
        ann.reads("bob: one");
        assertThat(ann.rooms()).containsExactly("# lobby");
        ann.isHidden();
        bob.types("two");
        bob.types("ann, three");

        ann.awaitsThat(
                "what is unread", ann::rooms, it -> assertThat(it).containsExactly("# lobby 2 unread, you are named"));
        assertThat(ann.tabTitle()).startsWith("(1) lobby");
        ann.isLookedAt();
        ann.awaitsThat("what is unread", ann::rooms, it -> assertThat(it).containsExactly("# lobby"));
        assertThat(ann.tabTitle()).startsWith("lobby");
        ann.reads("bob: ann, three");
    }

    @Test
    void shouldStayUnreadForWhoReadsFarBackUntilTheyComeToTheEnd() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        bob.sends(IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "line " + i + "\r\n")
                .collect(Collectors.joining())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ann.reads("bob: line 100");
        ann.run("document.getElementById('log').scrollTop = 0");
        ann.awaits("#to-end");
        ann.isHidden();
        bob.types("line 101");
        ann.awaitsThat("what is unread", ann::rooms, it -> assertThat(it).containsExactly("# lobby 1 unread"));

        ann.isLookedAt();
        bob.types("line 102");
        ann.awaitsThat(
                "the button", () -> ann.text("#to-end"), it -> assertThat(it).contains("(2)"));
        assertThat(ann.rooms()).containsExactly("# lobby 1 unread");
        ann.clicks("#to-end");
        ann.reads("bob: line 102");
        ann.awaitsThat("what is unread", ann::rooms, it -> assertThat(it).containsExactly("# lobby"));
    }

    /**
     * Chromium does not keep this page in its cache for back and forward, for the reasons "response-cache-control-no-store" and
     * "websocket-used-with-ccns"; so the script tells the page what browsers tell it that do. They close its WebSocket.
     */
    @Test
    void shouldGoOnAsItWasWhenTheBrowserPutItAside() throws IOException {
        BROWSER.expectsComplaint("WebSocket connection to");
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(new InetSocketAddress(InetAddress.getLoopbackAddress(), network.port()))
                    .joins("ann");
            ann.says("before");
            bob.reads("ann: before");
            ann.types("half typed");
            ann.run(PUT_ASIDE);
            assertThat((String) ann.run(KEPT)).contains("lobby");
            network.stalls();
            network.resets();
            bob.types("meanwhile");
            bob.roundTrip();
            network.resumes();
            ann.run(SHOWN_AGAIN);

            assertThat((String) ann.run(KEPT))
                    .as("luggage of a page that is here")
                    .isEmpty();
            ann.reads("bob: meanwhile");
            assertThat(ann.typed()).isEqualTo("half typed");
            ann.element("#input").sendKeys(Keys.ENTER);
            bob.reads("ann: half typed");
            assertThat(ann.lines()).containsOnlyOnce("ann: before", "bob: meanwhile");
        }
    }

    @Test
    void shouldBeTheSamePersonWhenSomebodyGoesElsewhereAndBack() {
        Person bob = server.telnet("bob");
        bob.types("/join tea");
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        ann.says("before");
        ann.reads("ann: before");
        ann.goesElsewhere();
        bob.types("meanwhile");
        bob.roundTrip();
        ann.goesBack();

        ann.awaits("#input");
        ann.awaits("the room", () -> ann.title().equals("# tea"));
        ann.says("after");
        ann.reads("ann: after");
        ann.reads("bob: meanwhile");
        assertThat(ann.lines()).containsOnlyOnce("ann: before", "bob: meanwhile");
    }
}
