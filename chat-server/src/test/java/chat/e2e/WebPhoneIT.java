package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on a telephone. */
class WebPhoneIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldTalkAndFindRoomsAndPeopleInDrawers() {
        Page ann = BROWSER.opensOnPhone(server.page());
        ann.awaits("#entry-name");
        ann.screenshot("phone-entry");
        ann.joins("ann");
        Person bob = server.telnet("bob");
        bob.types("hello ann, how are you on your small screen?");
        ann.reads("bob: hello ann, how are you on your small screen?");
        ann.says("fine");
        bob.reads("ann: fine");
        ann.screenshot("phone");
        assertThat(ann.element("#rooms").isDisplayed()).isFalse();

        ann.clicks("#open-people");
        ann.awaits("#people-list [data-name=bob]");
        ann.screenshot("phone-people");
        ann.clicks("#people-list [data-name=bob]");
        ann.awaits("the drawer is closed", () -> !ann.element("#people").isDisplayed());
        ann.says("psst");
        bob.reads("ann(private): psst");

        ann.clicks("#open-rooms");
        ann.awaits("[data-conversation=lobby]");
        ann.screenshot("phone-rooms");
        ann.goesTo("lobby");
        ann.awaits("the drawer is closed", () -> !ann.element("#rooms").isDisplayed());
        ann.reads("ann: fine");
    }

    @Test
    void shouldShowThatSomebodyWroteElsewhere() {
        Page ann = BROWSER.opensOnPhone(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        bob.types("/private ann psst");

        ann.awaits("#other-unread");
        assertThat(ann.text("#other-unread")).contains("1");
    }

    @Test
    void shouldShowInOneLineWhereSomethingIsSaid() {
        Page ann = BROWSER.opensOnPhone(server.page()).joins("ann", "a-room-with-a-long-name");

        assertThat(ann.run("const { scrollHeight, clientHeight } = document.getElementById('input');"
                        + " return scrollHeight <= clientHeight"))
                .isEqualTo(true);
    }

    @Test
    void shouldNeverScrollSideways() {
        Page ann = BROWSER.opensOnPhone(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        bob.types("x".repeat(2000));
        bob.types("https://example.org/" + "y".repeat(500));
        bob.types("/topic " + "z".repeat(150));
        ann.awaits("the topic", () -> ann.text("#topic").startsWith("zzz"));

        assertThat(
                        ann.run(
                                "return document.documentElement.scrollWidth <= 390"
                                        + " && document.getElementById('log').scrollWidth <= document.getElementById('log').clientWidth"))
                .isEqualTo(true);
        ann.screenshot("phone-long");
    }
}
