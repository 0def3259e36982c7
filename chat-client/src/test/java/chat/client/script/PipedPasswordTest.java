package chat.client.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordPrompt;
import chat.common.event.PasswordPrompt.Purpose;
import chat.common.event.Registered;
import chat.common.event.Tip;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that comes from a pipe, behind the command that needs it, is never said to a room. */
class PipedPasswordTest extends ScriptRehearsal {
    private static final Failure WRONG =
            new Failure(Failure.Code.WRONG_PASSWORD, "That name and password do not go together.");

    private static PasswordPrompt asks(Purpose purpose) {
        return new PasswordPrompt(purpose, BOT, PasswordPrompt.Shown.YES, "");
    }

    private void serverSays(String command, Event event, Event secret) {
        server = link -> link.answers(command, event).answers("/secret", secret).answers("hi", SAID);
    }

    @Test
    void shouldGiveTheNextLineToTheQuestion() throws Exception {
        serverSays("/login bot", asks(Purpose.CURRENT), new LoggedIn(BOT, false));
        assertThat(pipe(LineForm.TYPED, "/login bot\ncorrect horse\nhi\n")).isTrue();
        assertThat(link.sent).containsExactly("/login bot", "/secret correct horse", "hi", "(leaves)");
        assertThat(err()).isEmpty();
    }

    @Test
    void shouldGiveALineToEachQuestion() throws Exception {
        serverSays("/register", asks(Purpose.NEW), new Registered(BOT));
        Event[] answers = {asks(Purpose.AGAIN), new Registered(BOT)};
        int[] next = {0};
        server = link -> link.answers("/register", asks(Purpose.NEW)).answers("/secret", line -> answers[next[0]++]);
        assertThat(pipe(LineForm.TYPED, "/register\n/quit horse\n/quit horse\n"))
                .isTrue();
        assertThat(link.sent).containsExactly("/register", "/secret /quit horse", "/secret /quit horse", "(leaves)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register", "/login bot", "/login", "/password", "/unregister", "/regster", " /LOGIN bot"})
    void shouldSendNothingMoreWhenTheServerDoesNotAsk(String command) throws Exception {
        serverSays(command, WRONG, WRONG);
        assertThat(pipe(LineForm.TYPED, command + "\ncorrect horse\nhi\n")).isFalse();
        assertThat(link.sent).containsExactly(command, "(leaves)");
        assertThat(err().lines())
                .containsExactly(
                        command.strip().toLowerCase(Locale.ROOT) + ": " + WRONG.sentence(),
                        "What follows was not sent, since it may be a password.");
    }

    @Test
    void shouldSendNothingMoreWhenThePasswordIsWrongAlsoWhenItFollows() throws Exception {
        follow = true;
        serverSays("/login bot", asks(Purpose.CURRENT), WRONG);
        assertThat(pipe(LineForm.TYPED, "/login bot\nwrong horse\ncorrect horse\n"))
                .isFalse();
        assertThat(link.sent).containsExactly("/login bot", "/secret wrong horse", "(leaves)");
        assertThat(err()).doesNotContain("horse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \nhi\n"})
    void shouldGiveUpWhereNoPasswordFollows(String rest) throws Exception {
        serverSays("/password", asks(Purpose.CURRENT), new Tip("No password was typed, so nothing was done."));
        assertThat(pipe(LineForm.TYPED, "/password\n" + rest)).isFalse();
        assertThat(link.sent).containsExactly("/password", "/secret", "(leaves)");
        assertThat(err()).contains("No password followed");
    }

    @Test
    void shouldGoOnBehindAPasswordInTheSameLine() throws Exception {
        serverSays("/login bot", WRONG, WRONG);
        assertThat(pipe(LineForm.TYPED, "/login bot horse\nhi\n")).isFalse();
        assertThat(link.sent).containsExactly("/login bot horse", "hi", "(leaves)");
        assertThat(err()).isEqualTo("/login bot ********: " + WRONG.sentence() + "\n");
    }

    @Test
    void shouldLeaveQuestionsToPrograms() throws Exception {
        serverSays("/login bot", asks(Purpose.CURRENT), new LoggedIn(BOT, false));
        String lines = "@1 /login bot\n@2 /secret horse\n";
        assertThat(run(LineForm.PROTOCOL, json(), false, List.of("-"), input(lines)))
                .isTrue();
        assertThat(link.sent).containsExactly("/login bot", "/secret horse", "(leaves)");
    }
}
