package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Somebody without a mouse. */
@Tag("long")
class WebKeyboardIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldDoEverythingByKeyboard() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page());
        ann.awaits("#entry-name");
        ann.presses("ann", Keys.ENTER);
        ann.awaits("#input");
        ann.presses("hello", Keys.ENTER);
        bob.reads("ann: hello");
        ann.presses("/join tea", Keys.ENTER);
        ann.awaits("the room", () -> ann.title().equals("# tea"));
        bob.types("/private ann psst");
        ann.awaitsThat("what is unread", ann::privates, it -> assertThat(it).containsExactly("@ bob 1 unread"));

        tabTo(ann, "[data-conversation=bob]");
        ann.presses(Keys.ENTER);
        ann.awaits("the conversation", () -> ann.title().equals("@ bob"));
        ann.reads("bob: psst");
        ann.presses("yes?", Keys.ENTER);
        bob.reads("Sent to ann.");
        bob.reads("ann(private): yes?");

        tabTo(ann, "#log");
        tabTo(ann, "#leave");
        ann.presses(Keys.SPACE);
        ann.awaits("the end", () -> ann.status().equals("You have left the chat"));
        ann.presses(Keys.ENTER);
        ann.awaits("#entry-name");
    }

    @Test
    void shouldGoWhereSomebodyInvitesTo() {
        Person bob = server.telnet("bob");
        bob.types("/join staff");
        bob.types("/lock");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        bob.types("/invite ann");
        ann.reads("* bob invites you to staff. Go to staff");
        ann.awaitsThat(
                "what is said aloud",
                () -> ann.text("#spoken"),
                it -> assertThat(it).contains("bob invites you to staff. The button “Go to staff” is behind it."));
        ann.screenshot("invited");
        ann.element("#input").click();

        tabTo(ann, ".go");
        ann.presses(Keys.ENTER);
        ann.awaits("the room", () -> ann.title().equals("# staff"));
        ann.presses("here I am", Keys.ENTER);
        ann.reads("ann: here I am");
        ann.goesTo("lobby");
        ann.clicks(".go");
        ann.awaits("the room again", () -> ann.title().equals("# staff"));
        assertThat(ann.lines()).filteredOn(it -> it.contains("You are")).hasSize(1);
    }

    @Test
    void shouldOnlyReadWhatLinesAreGoodForWhenTheChatHasEnded() {
        Person bob = server.telnet("bob");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/private nobody hello");
        ann.awaits(".again");
        ann.goesTo("lobby");
        bob.types("/join staff");
        bob.types("/invite ann");
        ann.reads("* bob invites you to staff. Go to staff");
        assertThat(ann.element(".go").isEnabled()).isTrue();

        ann.clicks("#leave");
        ann.awaits("the end", () -> ann.status().equals("You have left the chat"));
        assertThat(ann.element(".go").isEnabled()).isFalse();
        ann.screenshot("left-with-an-invitation");
        ann.goesTo("nobody");
        ann.awaits(".again");
        assertThat(ann.element(".again").isEnabled()).isFalse();
        ann.goesTo("lobby");
        ann.awaits(".go");
        assertThat(ann.element(".go").isEnabled()).isFalse();
    }

    @Test
    void shouldOpenAndCloseADrawerByKeyboard() {
        Page ann = BROWSER.opensOnPhone(server.page()).joins("ann");
        tabTo(ann, "#open-people");
        ann.presses(Keys.ENTER);
        ann.awaits("#people");
        assertThat(focusIsIn(ann, "#people")).isTrue();
        ann.presses(Keys.ESCAPE);
        ann.awaits("the drawer is closed", () -> !ann.element("#people").isDisplayed());
        assertThat(focusIsIn(ann, "#open-people")).isTrue();
    }

    /** Presses Tab until this has the focus, backwards, since typing begins at the end. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 40 && !focusIsIn(page, selector); i++) {
            page.pressesWithShift(Keys.TAB);
            assertThat(page.run("return document.activeElement.matches(':focus-visible')"))
                    .as("the focus can be seen")
                    .isEqualTo(true);
        }
        assertThat(focusIsIn(page, selector))
                .as("the focus gets to %s", selector)
                .isTrue();
    }

    private static boolean focusIsIn(Page page, String selector) {
        return (Boolean) page.run("return document.activeElement.closest(arguments[0]) !== null", selector);
    }
}
