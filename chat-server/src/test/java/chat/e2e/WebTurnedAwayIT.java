package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.Rate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody may not stay, or not come in, and reads why. */
@Tag("long")
class WebTurnedAwayIT {
    private static final ConnectionLimits TWO_PLACES =
            new ConnectionLimits(2, ConnectionLimits.UNLIMITED, Rate.UNLIMITED, List.of());

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server =
            new WebServer(config -> config.withLimits(LimitSettings.none().withConnections(TWO_PLACES)));

    @Test
    void shouldTellWhyWhenSomebodyIsPutOutOfARoom() {
        Person bob = server.telnet("bob");
        bob.types("/join tea");
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        bob.types("/kick ann because enough");

        ann.readsSomethingWith("enough");
        ann.awaits("the room", () -> ann.title().equals("# lobby"));
        assertThat(ann.rooms()).containsExactly("# lobby");
        ann.screenshot("kicked");
        ann.says("sorry");
        ann.reads("ann: sorry");
    }

    @Test
    void shouldTellWhyARoomDoesNotLetIn() {
        Person bob = server.telnet("bob");
        bob.types("/join tea");
        bob.types("/lock");
        bob.roundTrip();
        Page ann = BROWSER.opens(server.page());
        ann.enters("ann", "tea");

        ann.readsSomethingWith("The room tea is locked.");
        assertThat(ann.title()).isEqualTo("# lobby");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).containsExactly("ann (you)", "bob"));
    }

    @Test
    void shouldComeInWhenTheServerIsFullNoMore() {
        Person bob = server.telnet("bob");
        server.telnet("carl");
        Page ann = BROWSER.opens(server.page());
        ann.enters("ann", "lobby");

        ann.awaitsThat("why not", ann::problem, it -> assertThat(it).contains("This server is full at the moment."));
        ann.screenshot("full");
        bob.types("/quit");
        ann.awaits("#input");
        ann.says("here at last");
        ann.reads("ann: here at last");
    }
}
