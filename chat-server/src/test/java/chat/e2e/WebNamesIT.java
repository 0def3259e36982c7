package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Names that are somebody's, with passwords that nobody sees. */
@Tag("long")
class WebNamesIT {
    private static final String PASSWORD = "correct horse";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldRegisterAndLogInWithoutShowingThePassword() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        ann.says("/register");
        answers(ann, "Please choose a password for ann");
        ann.screenshot("password-dialog");
        answers(ann, "once more");
        ann.readsSomethingWith("The name ann is yours now.");
        ann.awaits("#me-mark");
        ann.awaitsThat(
                "who is here",
                ann::people,
                it -> assertThat(it)
                        .anySatisfy(person -> assertThat(person).contains("ann").contains("✓")));
        isNowhere(ann);
        assertThat(bob.inbox().unread()).noneMatch(it -> it.contains(PASSWORD));

        ann.reloads();
        ann.awaitsThat("the question", ann::problem, it -> assertThat(it).contains("password"));
        ann.awaits("#entry-password").sendKeys(PASSWORD, Keys.ENTER);
        ann.awaits("#me-mark");
        isNowhere(ann);
    }

    @Test
    void shouldLogInWhereTheNameIsChosen() {
        Person owner = server.telnet("ann");
        owner.types("/register " + PASSWORD);
        owner.reads("The name ann is yours now. Next time, type /login ann");
        Page page = BROWSER.opens(server.page());
        page.enters("ann", "lobby");
        page.awaitsThat("why not", page::problem, it -> assertThat(it).contains("The name ann is taken"));
        page.screenshot("name-registered");
        page.awaits("#entry-password").sendKeys("wrong guess", Keys.ENTER);
        page.awaitsThat("why not", page::problem, it -> assertThat(it).contains("do not go together"));
        page.element("#entry-password").clear();
        page.element("#entry-password").sendKeys(PASSWORD, Keys.ENTER);
        page.awaits("#me-mark");

        page.says("it is me");
        page.reads("ann: it is me");
        isNowhere(page);
    }

    @Test
    void shouldAskForThePasswordAfterTheCommand() {
        Person owner = server.telnet("ann");
        owner.types("/register " + PASSWORD);
        owner.reads("The name ann is yours now. Next time, type /login ann");
        owner.types("/quit");
        owner.reads("You have left the chat");
        Page page = BROWSER.opens(server.page()).joins("visitor");
        page.says("/login ann");
        answers(page, "password");

        page.awaits("#me-mark");
        page.awaits("the name", () -> page.text("#me").equals("ann"));
        isNowhere(page);
    }

    @Test
    void shouldSayInTheDialogWhyAPasswordWasRefused() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/register");
        ann.awaits("#password-answer");
        assertThat(ann.element("#password-answer").getDomAttribute("aria-invalid"))
                .isEqualTo("false");
        refuses(ann, "short", "A password has 8 to 128 characters");
        assertThat(ann.element("#password-answer").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        ann.screenshot("password-refused");
        answers(ann, "Please choose a password for ann");
        answersWith(ann, "once more", "something else");
        ann.awaitsThat(
                "why not",
                () -> ann.text("#password-problem"),
                it -> assertThat(it).contains("The two passwords are not the same"));
        answers(ann, "Please choose a password for ann");
        ann.awaits("nothing wrong", () -> ann.text("#password-problem").isEmpty());
        answers(ann, "once more");
        ann.readsSomethingWith("The name ann is yours now.");
        ann.awaits("no dialog", () -> !ann.element("#password-dialog").isDisplayed());
        assertThat(ann.lines()).noneMatch(line -> line.contains("characters") || line.contains("the same"));
        isNowhere(ann);

        ann.says("/unregister");
        refuses(ann, "wrong guess", "do not go together");
        ann.presses(Keys.ESCAPE);
        ann.readsSomethingWith("No password was typed, so nothing was done.");
        ann.awaits("no dialog", () -> !ann.element("#password-dialog").isDisplayed());
        assertThat(ann.element("#me-mark").isDisplayed()).isTrue();
    }

    @Test
    void shouldSayWhichPasswordWasRefusedWhenItAsksForTheOtherOne() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/register " + PASSWORD);
        ann.readsSomethingWith("The name ann is yours now.");
        ann.says("/password");
        answers(ann, "Please type the password of ann");
        answersWith(ann, "Please choose a password for ann", "short");
        ann.awaitsThat(
                "why not",
                () -> ann.text("#password-problem"),
                it -> assertThat(it)
                        .matches("The new password was refused: A password has 8 to 128 characters.*"
                                + " Begin with the one you have\\."));
        ann.screenshot("new-password-refused");
        answersWith(ann, "Please type the password of ann", "wrong guess");
        ann.awaitsThat(
                "why not",
                () -> ann.text("#password-problem"),
                it -> assertThat(it).contains("do not go together").doesNotContain("new password"));
    }

    @Test
    void shouldNotClaimThatNothingWasDoneWhenTheAnswerToAPasswordWasLost() throws IOException {
        BROWSER.expectsComplaint("WebSocket connection to");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            ann.says("/register");
            answers(ann, "Please choose a password for ann");
            ann.awaitsThat(
                    "the question",
                    () -> ann.text("#password-question"),
                    it -> assertThat(it).contains("once more"));
            network.stalls();
            answers(ann, "once more");
            network.resets();
            network.resumes();

            ann.reads("* /register: the connection was lost before the answer came, so nobody knows whether that was"
                    + " done.");
            assertThat(ann.lines()).noneMatch(it -> it.contains("nothing was done"));
        }
    }

    @Test
    void shouldSayThatNothingWasDoneWhenNoPasswordWasUnderWay() throws IOException {
        BROWSER.expectsComplaint("WebSocket connection to");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            ann.says("/register");
            ann.awaits("#password-answer");
            network.stalls();
            network.resets();
            ann.awaitsThat(
                    "the question",
                    () -> ann.text("#password-question"),
                    it -> assertThat(it)
                            .isEqualTo("The connection was lost, so nothing was done. Please begin again."));
            network.resumes();
            ann.awaits(
                    "that it is back",
                    () -> ann.status().isEmpty() || ann.status().equals("Connected again."));
            ann.presses(PASSWORD, Keys.ENTER, Keys.ESCAPE);

            ann.reads("* The connection was lost, so nothing was done. Please begin again.");
        }
    }

    @Test
    void shouldTakeWhatIsTypedBehindTheCommandForThePassword() throws IOException {
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            ann.says("hi");
            bob.reads("ann: hi");
            network.stalls();
            ann.says("/register");
            ann.presses(PASSWORD, Keys.ENTER, "and more", Keys.ENTER);
            network.resumes();
            answers(ann, "once more");

            ann.readsSomethingWith("The name ann is yours now.");
            ann.says("hello");
            bob.reads("ann: hello");
            isNowhere(ann);
        }
    }

    @Test
    void shouldSayNoPasswordAloudThatNobodyHasAskedFor() throws IOException {
        BROWSER.expectsComplaint("WebSocket connection to");
        Person bob = server.telnet("bob");
        try (Proxy network = new Proxy(server.page().getPort())) {
            Page ann = BROWSER.opens(at(network)).joins("ann");
            ann.says("hi");
            bob.reads("ann: hi");
            network.stalls();
            ann.says("/login nobody");
            ann.presses(PASSWORD, Keys.ENTER);
            network.resumes();
            ann.awaitsThat(
                    "why not",
                    () -> ann.text("#password-question"),
                    it -> assertThat(it).contains("nobody"));
            ann.presses(PASSWORD, Keys.ENTER, Keys.ESCAPE);

            network.stalls();
            network.resets();
            ann.awaitsThat("the state", ann::status, it -> assertThat(it).isNotEmpty());
            ann.says("/register");
            ann.presses(PASSWORD, Keys.ENTER);
            assertThat(ann.text("#password-question"))
                    .isEqualTo("There is no connection now. Nothing was sent; please begin again when it is back.");
            ann.presses(Keys.ESCAPE);
            network.resumes();
            ann.says("hello");
            bob.reads("ann: hello");
            isNowhere(ann);
        }
    }

    @Test
    void shouldWaitForAPasswordWhenNothingIsTyped() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/register");
        answersWith(ann, "Please choose a password for ann", "");
        assertThat(ann.text("#password-problem")).isEqualTo("Please type it, or press Escape to give up.");
        answers(ann, "Please choose a password for ann");
        answers(ann, "once more");
        ann.readsSomethingWith("The name ann is yours now.");
    }

    private static InetSocketAddress at(Proxy network) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), network.port());
    }

    private static void refuses(Page page, String password, String why) {
        page.awaits("#password-answer");
        page.presses(password, Keys.ENTER);
        page.awaitsThat(
                "why not",
                () -> page.text("#password-problem"),
                it -> assertThat(it).contains(why));
        assertThat(page.element("#password-answer").isDisplayed()).isTrue();
    }

    @Test
    void shouldGiveUpWithEscape() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/register");
        ann.awaits("#password-answer");
        ann.presses("half a pass", Keys.ESCAPE);
        ann.awaits("no dialog", () -> !ann.element("#password-dialog").isDisplayed());
        ann.says("still here");
        ann.reads("ann: still here");
        assertThat(ann.element("#me-mark").isDisplayed()).isFalse();
    }

    @Test
    void shouldNotKeepAPasswordThatWasTypedBehindTheCommand() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("/register " + PASSWORD);
        ann.readsSomethingWith("The name ann is yours now.");
        isNowhere(ann);
        ann.presses(Keys.ARROW_UP);
        assertThat(ann.typed()).isEmpty();
    }

    private static void answers(Page page, String question) {
        answersWith(page, question, PASSWORD);
    }

    private static void answersWith(Page page, String question, String password) {
        page.awaits("#password-answer");
        page.awaitsThat(
                "the question",
                () -> page.text("#password-question"),
                it -> assertThat(it).contains(question));
        page.awaits(
                "that it can be typed", () -> page.element("#password-submit").isEnabled());
        page.presses(password, Keys.ENTER);
    }

    private static void isNowhere(Page page) {
        assertThat(page.run("return document.documentElement.outerHTML + location.href"
                        + " + JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage })"
                        + " + [...document.querySelectorAll('input, textarea')].map((it) => it.value).join()"))
                .asString()
                .doesNotContain(PASSWORD);
    }
}
