package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReplyCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Account carl = chat.accounts().add(UserName.of("carl"), false).join();
    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldReachWhoeverWroteLast() {
        Terminal zoe = chat.join("zoe");
        zoe.type("/private ann one");
        bob.type("/private ann coffee?").text();
        ann.text();
        assertThat(ann.type("/reply in five minutes").lines()).containsExactly("Sent to bob.");
        assertThat(bob.lines()).containsExactly("ann(private): in five minutes");
    }

    @Test
    void shouldFindThemUnderTheirNewName() {
        bob.type("/private ann coffee?", "/setname robert").text();
        ann.text();
        assertThat(ann.type("/reply yes").text()).endsWith("Sent to robert.\n");
        assertThat(bob.text()).contains("ann(private): yes");
    }

    @Test
    void shouldNotReachSomebodyElseOfThatName() {
        bob.type("/private ann coffee?", "/quit").text();
        Terminal other = chat.join("bob");
        ann.text();
        assertThat(ann.type("/reply yes").lines())
                .containsExactly("Not sent: bob, who wrote to you last, has left and has no registered name.");
        assertThat(other.lines()).isEmpty();
    }

    @Test
    void shouldBeKeptForWhoIsRegisteredAndHasGone() {
        assertThat(bob.session().identity().logIn(carl)).isTrue();
        bob.type("/private ann coffee?", "/quit").text();
        ann.text();
        assertThat(ann.type("/reply yes").text()).contains("Kept for carl: ");
    }

    @Test
    void shouldAnswerWhatWasKept() {
        ann.type("/private carl hello").text();
        assertThat(bob.session().identity().logIn(carl)).isTrue();
        bob.text();
        assertThat(bob.type("/reply hi").text()).contains("Sent to ann.");
    }

    @Test
    void shouldSayWhenThereIsNobody() {
        assertThat(ann.type("/reply hello").lines())
                .containsExactly("Nobody has written to you alone yet. To write first, type /private NAME TEXT");
        assertThat(ann.type("/reply").text()).startsWith("Please type /reply TEXT");
    }
}
