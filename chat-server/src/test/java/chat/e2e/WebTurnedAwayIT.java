package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.control.ControlClient;
import chat.server.limit.ConnectionLimits;
import chat.server.limit.LimitSettings;
import chat.server.limit.Rate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Somebody may not stay, or not come in, and reads why. */
@Tag("long")
class WebTurnedAwayIT {
    private static final ConnectionLimits TWO_PLACES =
            new ConnectionLimits(2, ConnectionLimits.UNLIMITED, Rate.UNLIMITED, List.of());

    @TempDir
    static Path directory;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server =
            new WebServer(config -> config.withLimits(LimitSettings.none().withConnections(TWO_PLACES))
                    .withAdminSocket(directory.resolve("admin")));

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
    void shouldAskForThePasswordWhileNoGuestsAreTaken() throws IOException {
        Person ann = server.telnet("ann");
        ann.types("/register correct horse");
        ann.reads("The name ann is yours now. Next time, type /login ann");
        assertThat(ControlClient.ask(directory.resolve("admin"), List.of("op", "ann"))
                        .done())
                .isTrue();
        ann.types("/lockdown on");
        ann.roundTrip();
        Page page = BROWSER.opens(server.page());
        page.enters("visitor", "lobby");

        page.awaitsThat(
                "why not",
                page::problem,
                it -> assertThat(it)
                        .isEqualTo(
                                "This server takes no new guests at the moment. If your name is registered, give its password."));
        assertThat(page.run("return document.activeElement.id")).isEqualTo("entry-password");
        page.screenshot("lockdown");
        page.element("#entry-name").clear();
        page.element("#entry-name").sendKeys("ann");
        page.awaits("#entry-password").sendKeys("correct horse", Keys.ENTER);
        page.awaits("#me-mark");
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
