package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.PasswordChanged;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import chat.server.account.Password;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    @BeforeEach
    void register() {
        ann.type("/register correct-horse").lines();
    }

    private String logIn(String password) {
        ann.type("/quit");
        return chat.connect().type("/login ann " + password).text();
    }

    @Test
    void shouldChangeItInSteps() {
        assertThat(ann.type("/password").text()).contains("Please type the password of ann");
        assertThat(ann.type("correct-horse").text()).contains("Please choose a password for ann");
        assertThat(ann.type("battery staple").text()).contains("Please type it once more");
        assertThat(ann.type("battery staple").lines()).containsExactly("The password of ann has changed.");
        assertThat(logIn("battery staple")).contains("accepted");
    }

    @Test
    void shouldChangeItInOneLine() {
        assertThat(ann.type("/password correct-horse battery-staple").lines())
                .containsExactly("The password of ann has changed.");
        assertThat(logIn("correct-horse")).contains("do not go together");
    }

    @Test
    void shouldNeedTheOldOne() {
        assertThat(ann.type("/password wrong-horse battery-staple").lines())
                .containsExactly("That name and password do not go together.");
        assertThat(ann.type("/password", "wrong-horse").lines()).contains("That name and password do not go together.");
        ann.type("").lines();
        assertThat(logIn("correct-horse")).contains("accepted");
    }

    @Test
    void shouldSayWhatANewOneMayBe() {
        assertThat(ann.type("/password correct-horse short").lines()).containsExactly(Password.RULE);
        assertThat(ann.type("/password correct-horse").text()).startsWith("Please type /password [OLD NEW]");
    }

    @Test
    void shouldBeForWhoHasLoggedIn() {
        Terminal bob = chat.join("bob");
        assertThat(bob.type("/password").lines())
                .containsExactly("You have not logged in. If your name is registered, type /login NAME; if not,"
                        + " /register makes it yours.");
    }

    @Test
    void shouldBeToldOnTheOwnersOtherConnections() {
        Terminal other = chat.connect();
        other.type("/login ann correct-horse").lines();
        ann.type("/password correct-horse battery-staple").lines();
        assertThat(other.lines()).containsExactly("The password of ann has changed.");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/password a b").events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(Failure.Code.NOT_LOGGED_IN));
        bot.type("/register correct-horse").events();
        assertThat(bot.type("/password correct-horse battery-staple").events())
                .containsExactly(new PasswordChanged(UserName.of("bot")));
    }

    @Test
    void shouldLeaveAPasswordThatAnOperatorHasSetMeanwhile() {
        ann.type("/password", "correct-horse", "battery staple").lines();
        long id = ann.session().account();
        chat.accounts().setPassword(id, CheapLogins.hash("of the operator")).join();
        assertThat(ann.type("battery staple").lines())
                .startsWith("The password of ann has been changed since you typed it, so nothing was done."
                        + " Please begin again, with the one that holds now.");
        assertThat(logIn("battery staple")).contains("do not go together");
        assertThat(chat.connect().type("/login ann of the operator").text()).contains("accepted");
    }
}
