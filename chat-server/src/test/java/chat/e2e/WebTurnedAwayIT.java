package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody may not stay, or not come in, and reads why. */
class WebTurnedAwayIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

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
    }
}
