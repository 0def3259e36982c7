package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;

/** People talk: on the page, and beside it on telnet. */
class WebConversationIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldTalkToTelnetAndBack() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        try (Terminal bob = new Terminal("telnet", "127.0.0.1", Integer.toString(server.port()))) {
            bob.shows("Please choose a name");
            bob.types("/setname bob");
            bob.shows("accepted");
            ann.reads("* bob joined");
            bob.types("hello from telnet");
            ann.reads("bob: hello from telnet");
            ann.says("grüße from the page");
            bob.shows("ann: grüße from the page");
            bob.types("/me waves");
            ann.reads("* bob waves");
            ann.says("/me waves back");
            bob.shows("-> ann waves back");
            ann.reads("* ann waves back");
            ann.awaitsThat("who is here", ann::people, it -> assertThat(it).containsExactly("ann (you)", "bob"));
            ann.screenshot("telnet");
            bob.types("/quit");
            ann.reads("* bob left");
            ann.awaitsThat("who is here", ann::people, it -> assertThat(it).containsExactly("ann (you)"));
        }
    }

    @Test
    void shouldTalkFromWindowToWindow() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Page bob = BROWSER.opens(server.page()).joins("bob");
        ann.says("hello bob");
        bob.reads("ann: hello bob");
        bob.says("hello ann");
        ann.reads("bob: hello ann");

        assertThat(ann.lines()).endsWith("ann: hello bob", "bob: hello ann");
        assertThat(bob.lines()).endsWith("ann: hello bob", "bob: hello ann");
    }

    @Test
    void shouldShowEachWordOnceToSomebodyWithTwoTabs() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Page second = BROWSER.opens(server.page());
        second.enters("ann", "lobby");

        second.awaitsThat("why not", second::problem, it -> assertThat(it).contains("The name ann is taken"));
        second.joins("ann2").says("it is me");
        ann.reads("ann2: it is me");
        assertThat(ann.status()).isEmpty();
    }

    @Test
    void shouldTalkPrivatelyBesideTheRooms() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        bob.types("/private ann psst");
        bob.reads("Sent to ann.");

        ann.awaitsThat("what is unread", ann::privates, it -> assertThat(it).containsExactly("@ bob 1 unread"));
        ann.awaits("the title", () -> ann.tabTitle().startsWith("(1) "));
        assertThat(ann.lines()).noneMatch(it -> it.contains("psst"));
        ann.screenshot("private-unread");
        ann.goesTo("bob");
        ann.reads("bob: psst");
        ann.awaitsThat("what is unread", ann::privates, it -> assertThat(it).containsExactly("@ bob"));
        assertThat(ann.tabTitle()).doesNotContain("(1)");
        ann.says("what is it?");
        bob.reads("ann(private): what is it?");
        ann.goesTo("lobby");
        assertThat(ann.lines()).noneMatch(it -> it.contains("what is it?"));
    }

    @Test
    void shouldBeginAPrivateConversationByCommandOrFromTheList() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
        ann.says("/private bob one");
        bob.reads("ann(private): one");
        ann.reads("ann: one");
        assertThat(ann.title()).isEqualTo("@ bob");
        ann.goesTo("lobby");
        ann.clicks("#people-list [data-name=bob]");
        ann.says("two");
        bob.reads("ann(private): two");
    }

    @Test
    void shouldCountWhatIsUnreadInOtherRooms() {
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        Person bob = server.telnet("bob");
        bob.types("one");
        bob.types("two");

        ann.awaitsThat("what is unread", ann::rooms, it -> assertThat(it).contains("# lobby 2 unread"));
        assertThat(ann.tabTitle()).doesNotStartWith("(");
        bob.types("ann, where are you?");
        ann.awaitsThat("what is unread", ann::rooms, it -> assertThat(it).contains("# lobby 3 unread, you are named"));
        ann.awaits("the title", () -> ann.tabTitle().startsWith("(1) "));
        ann.goesTo("lobby");
        ann.reads("bob: ann, where are you?");
        ann.awaitsThat("what is unread", ann::rooms, it -> assertThat(it).contains("# lobby"));
    }

    @Test
    void shouldMarkWhoIsNamed() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        bob.types("hi Ann!");
        bob.types("anna is somebody else");
        ann.reads("bob: anna is somebody else");

        assertThat(ann.texts("#log .mention .text")).containsExactly("hi Ann!");
    }

    @Test
    void shouldShowTheTopic() {
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        ann.says("/topic green or black");

        ann.awaits("the topic", () -> ann.text("#topic").equals("green or black"));
        Page bob = BROWSER.opens(server.page()).joins("bob", "tea");
        bob.awaits("the topic", () -> bob.text("#topic").equals("green or black"));
        bob.says("/topic -");
        ann.awaits("no topic", () -> ann.text("#topic").isEmpty());
        ann.reads("* bob took the topic away");
    }

    @Test
    void shouldAnswerACommandWhereItWasTyped() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/whois ann");
        ann.readsSomethingWith("ann");
        ann.says("/prvate bob hi");
        ann.reads("* There is no command /prvate; did you mean /private? Type /cmd to see all commands.");
        ann.says("/cmd");
        ann.readsSomethingWith("/allusers");
        ann.says("/rooms");
        ann.readsSomethingWith("lobby");
        ann.screenshot("commands");
    }

    @Test
    void shouldMakeLinksOfWebAddressesOnly() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        bob.types("see https://example.org/a_(b)?q=1, and http://example.org.");
        bob.types("not javascript:alert(1) nor file:///etc/passwd");
        bob.types("type `ls -l https://example.org` there");
        ann.readsSomethingWith("type ls -l");

        assertThat(ann.texts("#log a")).containsExactly("https://example.org/a_(b)?q=1", "http://example.org");
        for (WebElement link : ann.driver().findElements(org.openqa.selenium.By.cssSelector("#log a"))) {
            assertThat(link.getAttribute("rel")).contains("noopener");
            assertThat(link.getAttribute("target")).isEqualTo("_blank");
        }
        assertThat(ann.texts("#log code")).containsExactly("ls -l https://example.org");
        ann.screenshot("links");
    }
}
