package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A connection is lost, the server is started again, the page is loaded again: nobody loses a line, nothing is said twice. */
@Tag("long")
class WebComebackIT {
    private static final String CONNECTION_LOST = "WebSocket connection to";

    /** What was missed is asked for in words that the server does not understand. */
    private static final String HISTORY_FAILS = """
            const { send } = WebSocket.prototype;
            WebSocket.prototype.send = function (line) {
                send.call(this, line.replace('/history after', '/history hereafter'));
            };
            """;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @TempDir
    static Path folder;

    @RegisterExtension
    final WebServer server = new WebServer(
            config -> config.withReplay(20).withStore(StoreSettings.in(Files.createTempDirectory(folder, "data"))));

    @Test
    void shouldLoseNothingWhenTheServerIsStartedAgain() {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        Page bob = BROWSER.opens(server.page()).joins("bob", "tea");
        ann.says("before");
        bob.reads("ann: before");

        server.stops();
        ann.awaitsThat("the state", ann::status, it -> assertThat(it).startsWith("No connection."));
        ann.screenshot("no-connection");
        ann.says("meanwhile one");
        ann.says("meanwhile two");
        bob.says("and me");
        server.comesBack();

        ann.reads("bob: and me");
        bob.reads("ann: meanwhile two");
        ann.awaitsThat("the state", ann::status, it -> assertThat(it).doesNotContain("No connection"));
        Person carl = server.telnet("carl");
        carl.types("/join tea");
        carl.types("hello again");
        ann.reads("carl: hello again");
        bob.reads("carl: hello again");
        List<String> expected =
                List.of("ann: before", "ann: meanwhile one", "ann: meanwhile two", "bob: and me", "carl: hello again");
        for (Page page : List.of(ann, bob)) {
            assertThat(page.lines().stream().filter(it -> !it.startsWith("* ")))
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .containsSubsequence(
                            "ann: before", "ann: meanwhile one", "ann: meanwhile two", "carl: hello again");
        }
        assertThat(ann.texts("#log .pending")).isEmpty();
    }

    @Test
    void shouldResumeAfterANetworkThatWasGone() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            bob.types("one");
            ann.reads("bob: one");
            network.stalls();
            bob.types("two");
            bob.roundTrip();
            ann.says("from the tunnel");
            network.resets();
            network.resumes();
            bob.types("three");

            bob.reads("ann: from the tunnel");
            ann.reads("bob: three");
            assertThat(ann.lines().stream().filter(it -> !it.startsWith("* ")))
                    .containsExactlyInAnyOrder("bob: one", "bob: two", "bob: three", "ann: from the tunnel")
                    .containsSubsequence("bob: one", "bob: two", "bob: three");
            bob.types("/allusers");
            bob.reads("2 people in lobby: ann, bob");
        }
    }

    @Test
    void shouldSayOnceWhatTheServerTookThoughItsAnswerWasLost() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            for (int i = 1; i <= 5; i++) {
                ann.says("line " + i);
                network.losesClients();
            }
            ann.says("the end");
            for (int i = 1; i <= 5; i++) {
                bob.reads("ann: line " + i);
            }
            bob.reads("ann: the end");
            ann.awaits("all is said", () -> ann.texts("#log .pending").isEmpty());
            assertThat(ann.lines().stream().filter(it -> it.startsWith("ann: ")))
                    .containsExactly(
                            "ann: line 1", "ann: line 2", "ann: line 3", "ann: line 4", "ann: line 5", "ann: the end");
        }
    }

    @Test
    void shouldSaySoAndReadFromTheEndWhenTheServerCannotTellWhatWasMissed() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            bob.types("one");
            ann.reads("bob: one");
            ann.run(HISTORY_FAILS);
            network.stalls();
            network.losesClients();
            bob.types("two");
            bob.roundTrip();
            network.resumes();

            ann.readsSomethingWith("What was said meanwhile could not be read: ");
            ann.reads("bob: two");
            bob.types("three");
            ann.reads("bob: three");
            assertThat(ann.lines().stream().filter(it -> !it.startsWith("* ")))
                    .containsExactly("bob: one", "bob: two", "bob: three");
        }
    }

    @Test
    void shouldBeTheSamePersonAfterAReload() {
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        Person bob = server.telnet("bob");
        bob.types("/join tea");
        ann.says("before");
        bob.types("hello ann");
        ann.reads("bob: hello ann");
        ann.types("half of it");
        ann.reloads();

        ann.awaits("the room", () -> ann.title().equals("# tea"));
        ann.reads("ann: before");
        ann.reads("bob: hello ann");
        assertThat(ann.typed()).isEqualTo("half of it");
        ann.presses(" and the rest", org.openqa.selenium.Keys.ENTER);
        ann.reads("ann: half of it and the rest");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).containsExactly("ann (you)", "bob"));
        assertThat(ann.lines().stream().filter(it -> !it.startsWith("* "))).doesNotHaveDuplicates();
    }

    @Test
    void shouldEndWhereSomebodyLeaves() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        ann.clicks("#leave");
        ann.awaitsThat("the state", ann::status, it -> assertThat(it).isEqualTo("You have left the chat"));
        assertThat(bob.inbox().tells("ann left")).isTrue();
        assertThat(ann.element("#people").isDisplayed()).isFalse();
        assertThat(ann.element("#input").isEnabled()).isFalse();
        assertThat(ann.element("#input").getAttribute("placeholder")).isEqualTo("You are not in the chat any more");
        assertThat(ann.element("#leave").isEnabled()).isFalse();
        ann.screenshot("left");
        ann.clicks("#again");
        ann.joins("ann");
    }

    @Test
    void shouldNotComeInAgainWhoLeavesWhileItConnects() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            network.stalls();
            network.resets();
            ann.awaitsThat("the state", ann::status, it -> assertThat(it).isEqualTo("Connecting …"));
            ann.says("too late");
            ann.clicks("#leave");

            ann.awaitsThat(
                    "the state",
                    ann::status,
                    it -> assertThat(it).isEqualTo("You have left the chat; what waited to be sent is given up"));
            network.resumes();
            ann.awaits("that nothing connects", () -> ann.element("#again").isDisplayed());
            assertThat(bob.inbox().tells("ann left")).isTrue();
            bob.types("/allusers");
            bob.reads("1 person in lobby: bob");
        }
    }

    @Test
    void shouldSayInTheRoomThatWasGoneToWhatWasTypedBehindIt() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Page bob = BROWSER.opens(server.page()).joins("bob", "tea");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            network.stalls();
            ann.says("/join Tea");
            ann.says("one");
            ann.reads("ann: one");
            network.resets();
            ann.awaitsThat("the state", ann::status, it -> assertThat(it).isNotEmpty());
            ann.says("two");
            network.resumes();

            ann.awaits("the room", () -> ann.title().equals("# tea"));
            ann.says("three");
            bob.reads("ann: three");
            for (Page page : List.of(ann, bob)) {
                assertThat(page.lines().stream().filter(it -> it.startsWith("ann: ")))
                        .containsExactly("ann: one", "ann: two", "ann: three");
            }
        }
    }

    @Test
    void shouldNotTakeAnOlderLineForOneOfWhichNobodyKnowsWhetherItWasSaid() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            ann.run(SLOW_CLOCK);
            ann.says("ok");
            ann.awaits("it is said", () -> ann.texts("#log .pending").isEmpty());
            network.stalls();
            ann.says("ok");
            server.stops();
            network.resets();
            server.comesBack();
            network.resumes();

            ann.readsSomethingWith("nobody knows whether this was said");
            assertThat(ann.lines().stream().filter(it -> it.startsWith("ann: ok")))
                    .hasSize(2);
        }
    }

    /** The browser's clock is half a minute behind that of the server. */
    private static final String SLOW_CLOCK = """
            const now = Date;
            window.Date = class extends now {
                constructor(...time) {
                    super(...(time.length ? time : [now.now() - 30_000]));
                }
            };
            """;

    @Test
    void shouldStayOutOfALobbyThatWasLeft() throws IOException {
        BROWSER.expectsComplaint(CONNECTION_LOST);
        Page bob = BROWSER.opens(server.page()).joins("bob", "tea");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann", "tea");
            ann.says("/leave lobby");
            ann.awaitsThat("the rooms", ann::rooms, it -> assertThat(it).containsExactly("# tea"));
            network.losesClients();
            ann.says("back again");
            bob.reads("ann: back again");

            ann.awaits("all is said", () -> ann.texts("#log .pending").isEmpty());
            assertThat(ann.rooms()).containsExactly("# tea");
        }
    }

    private static InetSocketAddress at(Proxy network) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), network.port());
    }
}
