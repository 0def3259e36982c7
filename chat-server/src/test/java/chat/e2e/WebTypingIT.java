package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What a person's fingers do where messages are typed. */
@Tag("long")
class WebTypingIT {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    final WebServer server = new WebServer();

    @Test
    void shouldCompleteCommands() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.awaits("the commands are known", () -> {
            ann.element("#input").clear();
            ann.types("/allu");
            return !ann.texts("#choices [role=option]").isEmpty();
        });
        ann.presses(Keys.TAB);

        assertThat(ann.typed()).isEqualTo("/allusers ");
    }

    @Test
    void shouldCompleteNames() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        server.telnet("bartholomew");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bartholomew"));
        ann.types("bart");
        ann.presses(Keys.TAB);
        assertThat(ann.typed()).isEqualTo("bartholomew, ");
        ann.types("come here, @ba");
        ann.presses(Keys.TAB);
        assertThat(ann.typed()).isEqualTo("bartholomew, come here, @bartholomew ");
    }

    @Test
    void shouldCompleteRooms() {
        server.telnet("bob").types("/join biscuits");
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.awaits("the rooms are known", () -> {
            ann.element("#input").clear();
            ann.types("/join bis");
            return !ann.texts("#choices [role=option]").isEmpty();
        });
        ann.presses(Keys.TAB, Keys.ENTER);

        ann.awaits("the room", () -> ann.title().equals("# biscuits"));
    }

    @Test
    void shouldLetChooseAmongSeveral() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        server.telnet("bob");
        server.telnet("bobby");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob", "bobby"));
        ann.types("hi bo");
        ann.presses(Keys.TAB);
        ann.awaitsThat(
                "the choices",
                () -> ann.texts("#choices [role=option]"),
                it -> assertThat(it).containsExactly("bob", "bobby"));
        ann.presses(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(ann.typed()).isEqualTo("hi bobby ");
        ann.types("b");
        ann.presses(Keys.TAB, Keys.ESCAPE);
        assertThat(ann.element("#choices").isDisplayed()).isFalse();
        assertThat(ann.typed()).isEqualTo("hi bobby b");
    }

    @Test
    void shouldLetTakeAChoiceByMouse() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        server.telnet("bob");
        ann.awaitsThat("who is here", ann::people, it -> assertThat(it).contains("bob"));
        ann.types("hi @b");
        ann.clicks("#choices [role=option]");
        ann.presses("hello", Keys.ENTER);

        ann.reads("ann: hi @bob hello");
    }

    @Test
    void shouldRecallWhatWasSent() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.says("one");
        ann.says("two");
        ann.types("thr");
        ann.presses(Keys.ARROW_UP);
        assertThat(ann.typed()).isEqualTo("two");
        ann.presses(Keys.ARROW_UP);
        assertThat(ann.typed()).isEqualTo("one");
        ann.presses(Keys.ARROW_UP);
        assertThat(ann.typed()).isEqualTo("one");
        ann.presses(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(ann.typed()).isEqualTo("thr");
    }

    @Test
    void shouldBreakLinesWithShiftAndSendThemAsLines() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        ann.types("one");
        ann.pressesWithShift(Keys.ENTER);
        ann.types("two");
        assertThat(ann.typed()).isEqualTo("one\ntwo");
        ann.presses(Keys.ENTER);
        bob.reads("ann: one");
        bob.reads("ann: two");

        ann.reads("ann: one");
        ann.reads("ann: two");
        ann.screenshot("lines");
    }

    @Test
    void shouldPasteABlockAsManyLinesThatStayTogetherAndOfWhichNoneIsACommand() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        ann.run("""
                const paste = new DataTransfer();
                paste.setData('text/plain', arguments[0]);
                document.getElementById('input').focus();
                document.execCommand('insertText', false, arguments[0]);
                """, "/quit is not\n\tmeant here\n\nat all");
        ann.presses(Keys.ENTER);

        bob.reads("ann: │ /quit is not");
        bob.reads("ann: │     meant here");
        bob.reads("ann: │");
        bob.reads("ann: │ at all");
        ann.awaitsThat(
                "the block",
                () -> ann.texts("#log .block"),
                it -> assertThat(it).containsExactly("/quit is not", "meant here", "", "at all"));
        ann.screenshot("block");
    }

    @Test
    void shouldTellWhenALineIsTooLongAndKeepIt() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run("document.getElementById('input').value = 'x'.repeat(4500)");
        ann.types("y");
        ann.presses(Keys.ENTER);

        ann.awaitsThat(
                "why not",
                () -> ann.text("#input-problem"),
                it -> assertThat(it).contains("3900 bytes"));
        assertThat(ann.typed()).hasSize(4501);
    }

    @Test
    void shouldTellWhenAPasteIsTooMuchAndKeepIt() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        ann.run("document.getElementById('input').value = 'a\\n'.repeat(150_000) + 'b'");
        ann.clicks("#composer .primary");

        ann.awaitsThat(
                "the problem",
                () -> ann.text("#input-problem"),
                it -> assertThat(it)
                        .isEqualTo("This is too much: at most 500 lines, 500,000 letters in all, can wait to be sent."
                                + " It stays here."));
        assertThat(ann.typed()).endsWith("a\nb");
    }

    @Test
    void shouldKeepWhatIsHalfTypedInEachConversation() {
        Page ann = BROWSER.opens(server.page()).joins("ann", "tea");
        ann.types("half of it");
        ann.goesTo("lobby");
        assertThat(ann.typed()).isEmpty();
        ann.goesTo("tea");
        assertThat(ann.typed()).isEqualTo("half of it");
    }

    @Test
    void shouldKeepAPrivateConversationPrivateWhateverTheCase() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        Person carl = server.telnet("carl");
        ann.says("/PRIVATE bob Hi there");
        ann.awaits("the conversation", () -> ann.title().equals("@ bob"));
        ann.says("/ME loves you");
        ann.readsSomethingWith("/me is for rooms");
        ann.goesTo("lobby");
        ann.says("/ME waves");

        bob.reads("ann(private): Hi there");
        bob.reads("-> ann waves");
        carl.reads("-> ann waves");
        assertThat(ann.text("#topic")).isEmpty();
    }

    @Test
    void shouldNotSayAPasswordAloudThatIsOneOfSeveralLines() {
        Page ann = BROWSER.opens(server.page()).joins("ann");
        Person bob = server.telnet("bob");
        ann.types("/login ann hunter2");
        ann.pressesWithShift(Keys.ENTER);
        ann.types("hello");
        ann.presses(Keys.ENTER);
        ann.awaitsThat(
                "why not",
                () -> ann.text("#input-problem"),
                it -> assertThat(it).startsWith("This seems to have a password in it"));
        ann.run("document.getElementById('input').value = ''");
        ann.says("hello");

        bob.reads("ann: hello");
    }
}
