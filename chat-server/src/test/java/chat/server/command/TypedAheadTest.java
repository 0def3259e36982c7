package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import chat.server.account.Password;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever types a password faster than it is asked for, or slower, does not say it to the room. */
class TypedAheadTest {
    private static final String THROWN_AWAY = "* What followed was thrown away, since it may have been a password.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal bob = chat.join("bob");
    private final Terminal ann = chat.join("ann");

    @Test
    void shouldWaitAsLongAsATerminalTakes() {
        ann.type("/register").lines();
        chat.pass(3_600_000);
        assertThat(ann.lines()).isEmpty();
        ann.type("correct horse", "correct horse");
        assertThat(bob.lines()).isEmpty();
        assertThat(ann.session().account()).isPositive();
    }

    @Test
    void shouldNotSayThePasswordOfWhoHasLoggedInAlready() {
        ann.type("/register correct horse").lines();
        assertThat(ann.send("/login ann\ncorrect horse\n").lines())
                .containsExactly("* You have logged in as ann already.", THROWN_AWAY);
        assertThat(bob.lines()).isEmpty();
        ann.type("hello");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    @Test
    void shouldNotSayAPasswordThatIsTooShort() {
        assertThat(ann.send("/register\nshort\nshort\n").lines()).contains(Password.RULE, THROWN_AWAY);
        assertThat(bob.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login *", "/password", "/password old-horse", "/unregister", "/login ann\n", "/register\n"})
    void shouldNotSayWhatFollowsWhenNothingIsAsked(String lines) {
        assertThat(ann.send(lines + "\nsecret horse\n").lines()).endsWith(THROWN_AWAY);
        assertThat(bob.lines()).isEmpty();
        ann.type("hello");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login ann\nwrong horse", "/register\ncorrect horse\nanother horse"})
    void shouldNotTakeForTheNextTryWhatWasSentBeforeItsQuestion(String lines) {
        assertThat(ann.send(lines + "\nsecret horse\n").lines())
                .contains(THROWN_AWAY)
                .endsWith("* An empty line gives up.", question(lines));
        ann.type("", "hello");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    private static String question(String lines) {
        return (lines.startsWith("/login") ? "Please type the password of" : "Please choose a password for")
                + " ann, and press Enter. It is shown as you type.";
    }

    @Test
    void shouldNotSayTheRestOfALineWhoseBeginningHasCome() {
        ann.send("/password\nsecret ho");
        ann.send("rse\nhello\n");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    @Test
    void shouldNotSayWhatFollowsAWrongPasswordOfWhoHasLoggedIn() {
        CheapLogins.register(chat.accounts(), "zoe", "correct horse");
        ann.type("/login zoe correct horse").lines();
        bob.lines();
        assertThat(ann.send("/password\nwrong horse\nsecret horse\nsecret horse\n")
                        .lines())
                .contains("That name and password do not go together.", THROWN_AWAY);
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldSayWhatFollowsWhenAllWentWell() {
        ann.send("/register\ncorrect horse\ncorrect horse\nhello\n");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    @Test
    void shouldThrowNothingAwayOfAProgram() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.send("/login *\n/all hello\n").events())
                .hasSize(2)
                .first()
                .isInstanceOf(Failure.class);
        assertThat(chat.registry().find(UserName.of("bot"))).isPresent();
    }
}
