package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordPrompt;
import chat.common.event.Registered;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person types a password. */
class ConsolePasswordTest extends ConsoleRehearsal {
    private static final String THROWN_AWAY =
            "What you typed meanwhile was thrown away, since it may have been a password.";

    private void asked(PasswordPrompt.Purpose purpose, String warning) {
        hears(new PasswordPrompt(purpose, ANN, PasswordPrompt.Shown.YES, warning));
    }

    private void answersPassword(String password) {
        session.password(password.toCharArray());
        session.flush();
    }

    @Test
    void shouldAskForAPasswordAndSendItAlone() {
        online();
        types("/login ann");
        assertThat(surface.holds).isTrue(); // what is typed ahead is no message
        asked(PasswordPrompt.Purpose.CURRENT, "Others can read this.");
        link.answers(new PasswordPrompt(PasswordPrompt.Purpose.CURRENT, ANN, PasswordPrompt.Shown.YES, ""));
        assertThat(surface.question).isEqualTo("Password of ann: ");
        assertThat(surface.printed)
                .containsExactly(
                        "error: Others can read this.",
                        "notice: Password of ann. Nobody sees it; Esc, or Enter alone, gives up.");

        answersPassword("hunter2");
        assertThat(link.sent).containsExactly("/login ann", "/secret hunter2");
        assertThat(surface.standing.waiting()).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        session.flush();
        assertThat(surface.standing.waiting()).isEmpty();

        link.answers(new LoggedIn(ANN, false));
        assertThat(surface.question).isEmpty();
        assertThat(surface.holds).isFalse();
        assertThat(surface.printed).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void shouldGiveUpWithoutAPassword() {
        online();
        asked(PasswordPrompt.Purpose.NEW, "");
        answersPassword("");
        assertThat(link.sent).containsExactly("/secret");
    }

    @Test
    void shouldSendNoPasswordThatAnEarlierConnectionWasAskedFor() {
        online();
        asked(PasswordPrompt.Purpose.CURRENT, "");
        lost();
        assertThat(surface.question).isNotEmpty(); // half a password must not become a message
        answersPassword("hunter2");
        assertThat(link.sent).isEmpty();
        assertThat(surface.question).isEmpty();
        assertThat(surface.printed)
                .endsWith("error: The connection was lost meanwhile, so your password was not sent."
                        + " Please ask for it again.");
    }

    @Test
    void shouldTakeTheNextLineForThePasswordWhereNothingCanBeHidden() {
        surface.echoes = true;
        begin();
        online();
        asked(PasswordPrompt.Purpose.CURRENT, "");
        assertThat(surface.printed)
                .endsWith("notice: Password of ann: the next line is it, and is shown as you type."
                        + " An empty line gives up.");
        types("hunter2");
        link.answers(new LoggedIn(ANN, false));
        types("hello");
        assertThat(link.sent).containsExactly("/secret hunter2", "hello");
        asked(PasswordPrompt.Purpose.CURRENT, "");
        types("");
        assertThat(link.sent).endsWith("/secret");
    }

    @Test
    void shouldAskOnceBeforeOthersCanReadAPassword() {
        online();
        types("/login ann hunter2");
        assertThat(link.sent).isEmpty();
        assertThat(surface.printed).last().asString().contains("not encrypted").contains("not sent");
        types("/login ann hunter2");
        types("/register hunter2");
        assertThat(link.sent).containsExactly("/login ann hunter2", "/register hunter2");
    }

    @Test
    void shouldGiveTheQuestionWhatWasTypedBeforeItCame() {
        online();
        types("/register");
        answersPassword("hunter2");
        answersPassword("hunter2");
        assertThat(link.sent).containsExactly("/register");

        asked(PasswordPrompt.Purpose.NEW, "");
        assertThat(link.sent).containsExactly("/register", "/secret hunter2");
        answersWith(PasswordPrompt.Purpose.NEW);
        assertThat(surface.holds).isTrue();
        asked(PasswordPrompt.Purpose.AGAIN, "");
        answersWith(PasswordPrompt.Purpose.AGAIN);
        link.answers(new Registered(ANN));

        assertThat(link.sent).containsExactly("/register", "/secret hunter2", "/secret hunter2");
        assertThat(surface.holds).isFalse();
    }

    private void answersWith(PasswordPrompt.Purpose purpose) {
        link.answers(new PasswordPrompt(purpose, ANN, PasswordPrompt.Shown.YES, ""));
        session.flush();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldThrowAwayWhatWasTypedForAQuestionThatDidNotCome(boolean masks) {
        surface.echoes = !masks;
        begin();
        online();
        types("/password");
        if (masks) {
            answersPassword("hunter2");
        } else {
            types("hunter2");
        }
        link.answers(new Failure(Failure.Code.NOT_LOGGED_IN, "You have not logged in."));
        session.flush();
        types("hello");
        assertThat(link.sent).containsExactly("/password", "hello");
        assertThat(surface.printed).contains("notice: " + THROWN_AWAY);
    }

    @Test
    void shouldAskAgainForWhatWasTypedBeforeTheWarning() {
        online();
        types("/login ann");
        answersPassword("hunter2");
        asked(PasswordPrompt.Purpose.CURRENT, "Others can read this.");
        assertThat(link.sent).containsExactly("/login ann");
        assertThat(surface.question).isEqualTo("Password of ann: ");
        assertThat(surface.printed).contains("notice: " + THROWN_AWAY);
    }

    @Test
    void shouldKeepWhatFollowsFromTheRoomWhenTheConnectionIsLost() {
        online();
        types("/login ann");
        answersPassword("hunter2");
        lost();
        assertThat(surface.holds).isFalse();
        assertThat(link.sent).containsExactly("/login ann");
        assertThat(surface.printed).contains("notice: " + THROWN_AWAY);
    }

    @Test
    void shouldNotBeginWithoutAConnection() {
        online();
        lost();
        types("/login ann");
        answersPassword("hunter2"); // pasted with it
        assertThat(link.sent).isEmpty();
        assertThat(surface.holds).isFalse();
        assertThat(surface.printed)
                .endsWith(
                        "error: There is no connection at the moment, so nobody can ask you for a password."
                                + " Please type that again when there is one.",
                        "notice: " + THROWN_AWAY);
    }

    @Test
    void shouldHoldALineUntilThereIsAConnectionWhereLinesComeWhole() {
        surface.echoes = true;
        begin();
        online();
        lost();
        types("/login ann");
        types("hunter2");
        assertThat(link.sent).containsExactly("/login ann");
        online();
        asked(PasswordPrompt.Purpose.CURRENT, "");
        assertThat(link.sent).containsExactly("/login ann", "/secret hunter2");
    }
}
