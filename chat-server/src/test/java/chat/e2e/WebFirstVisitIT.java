package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Somebody opens the page for the first time. */
class WebFirstVisitIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldTalkWithinFiveSeconds() {
        long begin = System.nanoTime();
        Page ann = BROWSER.opens(server.page());
        ann.awaits("#entry-name");
        ann.presses("ann", Keys.ENTER); // the name is where typing begins, and the rest is filled in
        ann.awaits("#input");
        ann.presses("hello", Keys.ENTER);
        ann.reads("ann: hello");
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);

        System.out.println("The first visit: talking after " + taken.toMillis() + " ms");
        assertThat(taken).isLessThan(Duration.ofSeconds(5));
        ann.screenshot("first-line");
    }

    @Test
    void shouldTellWhoseServerItIs() {
        Page visitor = BROWSER.opens(server.page());

        visitor.awaitsThat(
                "the name of the server",
                () -> visitor.text("#entry h1"),
                it -> assertThat(it).isEqualTo("ClientMessageSystem"));
        visitor.screenshot("entry");
    }

    @Test
    void shouldLeadToTheRoomOfALink() {
        Person bob = server.telnet("bob");
        bob.types("/join tea");
        Page ann = BROWSER.opens(server.page(), "#room=tea");
        ann.awaits("#entry-name");
        ann.presses("ann", Keys.ENTER);
        ann.awaits("the room", () -> ann.title().equals("# tea"));
        ann.says("is there tea?");

        bob.reads("You are in tea, and nobody else is yet. What you type goes there. You look after it: /lock lets in"
                + " only whom you invite.");
        bob.reads("[lobby] * ann joined");
        bob.reads("ann: is there tea?");
    }

    @Test
    void shouldLetChooseAnotherNameWhenItIsTaken() {
        server.telnet("ann");
        Page page = BROWSER.opens(server.page());
        page.enters("Ann", "tea");

        page.awaitsThat("why not", page::problem, it -> assertThat(it).contains("The name Ann is taken"));
        assertThat(page.problem()).doesNotContain("/setname");
        assertThat(page.element("#entry-name").getDomAttribute("aria-invalid")).isEqualTo("true");
        page.screenshot("name-taken");
        page.joins("anna", "tea");
        page.says("hello");
        page.reads("anna: hello");
    }

    @Test
    void shouldTellWhatANameIsMadeOf() {
        Page page = BROWSER.opens(server.page());
        page.enters("a b", "lobby");

        page.awaitsThat("why not", page::problem, it -> assertThat(it).contains("A name has 1 to 24 letters"));
        page.joins("ab");
    }

    @Test
    void shouldComeInWhereverTheRoomIsWrong() {
        Page page = BROWSER.opens(server.page());
        page.enters("ann", "no:such");

        page.readsSomethingWith("This cannot be the name of a room.");
        assertThat(page.title()).isEqualTo("# lobby");
    }

    @Test
    void shouldTellThatARoomIsOneWord() {
        Page page = BROWSER.opens(server.page());
        page.enters("ann", "Class 7b");

        page.awaitsThat("why not", page::problem, it -> assertThat(it).startsWith("A room's name is one word"));
        page.joins("ann", "class-7b");
    }

    @Test
    void shouldOfferNameAndRoomOfBeforeToWhoJoinsAgain() {
        Page ann = BROWSER.opens(server.page(), "#room=tea").joins("ann", "tea");
        ann.clicks("#leave");
        ann.clicks("#again");
        ann.awaits("#entry-name");

        assertThat(ann.element("#entry-name").getAttribute("value")).isEqualTo("ann");
        assertThat(ann.element("#entry-room").getAttribute("value")).isEqualTo("tea");
        assertThat(ann.run("return location.hash")).isEqualTo("#room=tea");
    }

    @Test
    void shouldTalkWhereTheBrowserKeepsNothing() {
        Page ann = BROWSER.opens(server.page());
        ann.runsFirst(KEEPS_NOTHING);
        ann.reloads();
        ann.joins("ann", "tea");
        ann.says("hello");
        ann.reads("ann: hello");
        ann.reloads();

        ann.joins("ann", "tea");
    }

    /** As Firefox does where cookies are blocked. */
    private static final String KEEPS_NOTHING = """
            const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
            for (const name of ['sessionStorage', 'localStorage']) {
                Object.defineProperty(window, name, { get: refuse });
            }
            window.BroadcastChannel = class { constructor() { refuse(); } };
            """;

    @Test
    void shouldTellThatTheBrowserIsTooOld() {
        Page visitor = BROWSER.opens(server.page());
        visitor.runsFirst("delete Array.prototype.findLast");
        visitor.reloads();

        visitor.awaits("the sentence", () -> visitor.run(UNREADY).equals("visible"));
        assertThat(visitor.text("#unready")).contains("too old", "Firefox 121", "telnet");
        assertThat(visitor.element("#entry").isDisplayed()).isFalse();
        visitor.screenshot("too-old");
    }

    private static final String UNREADY = "return getComputedStyle(document.getElementById('unready')).visibility";

    @Test
    void shouldSayNothingThatALinkHasInIt() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run("location.hash = '#room=tea%0A/all%20I%20am%20a%20fool'");
        ann.says("hello");

        bob.reads("ann: hello");
        assertThat(ann.rooms()).containsExactly("# lobby");
    }

    @Test
    void shouldGoBackToWhatWasLookedAtBefore() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/join tea");
        ann.awaits("the room", () -> ann.title().equals("# tea"));
        ann.goesBack();
        ann.awaits("the room before", () -> ann.title().equals("# lobby"));
        ann.says("/leave tea");
        ann.awaits("one room", () -> ann.rooms().equals(List.of("# lobby")));
        ann.run("history.forward()");
        ann.says("still here");

        assertThat(ann.rooms()).containsExactly("# lobby");
    }
}
