package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordChanged;
import chat.common.event.PasswordPrompt;
import chat.common.event.Registered;
import chat.common.event.Tip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person types a password again that the server has refused, and no room reads it. */
class PasswordRefusedTest extends ConsoleRehearsal {
    private static final Failure WRONG =
            new Failure(Failure.Code.WRONG_PASSWORD, "That name and password do not go together.");
    private static final Failure SHORT =
            new Failure(Failure.Code.PASSWORD_NOT_ALLOWED, "A password has 8 to 128 characters.");
    private static final Failure UNLIKE =
            new Failure(Failure.Code.BAD_ARGUMENTS, "The two passwords are not the same, so nothing was done.");
    private static final String NO_MORE = "notice: After 3 refusals you are not asked again; to try once more, type ";
    private static final String WITHHELD = "error: Nothing is asked any more, so what you typed was thrown away: it may"
            + " have been a password. To try again, type ";

    /** Begins anew on a terminal that masks passwords, or on one that shows lines as they are. */
    private void online(boolean masks) {
        surface.echoes = !masks;
        begin();
        online();
    }

    /** The server answers the oldest line. */
    private void hearsAnswer(Event answer) {
        hears(answer);
        link.answers(answer);
        session.flush();
    }

    private void isAsked(PasswordPrompt.Purpose purpose) {
        hearsAnswer(new PasswordPrompt(purpose, ANN, PasswordPrompt.Shown.YES, ""));
    }

    /** Types what may be a password, where it goes on this terminal at this moment. */
    private void typesAgain(String text) {
        if (surface.masks() && (surface.holds || !surface.question.isEmpty())) {
            session.password(text.toCharArray());
        } else if (surface.withholds) {
            surface.withholds = false;
            session.withheld();
        } else {
            session.typed(text);
        }
        session.flush();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeAskedAgainAfterAWrongPassword(boolean masks) {
        online(masks);
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("wrong");
        hearsAnswer(WRONG);
        assertThat(surface.holds).isTrue();
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("hunter2");
        hearsAnswer(new LoggedIn(ANN, false));
        types("hello");
        assertThat(link.sent).containsExactly("/login ann", "/secret wrong", "/login ann", "/secret hunter2", "hello");
    }

    @ParameterizedTest
    @CsvSource({
        "/register short, /register",
        "/password old short, /password",
        "/login ann wrong, /login ann",
        "/LOGIN  ann  wrong, /login ann",
        "/unregister wrong, /unregister"
    })
    void shouldBeAskedAfterAPasswordInTheSameLine(String typed, String asks) {
        surface.echoes = true;
        begin();
        online();
        types(typed);
        assertThat(link.sent).isEmpty(); // the first time it says that this is not encrypted
        types(typed);
        hearsAnswer(typed.endsWith("short") ? SHORT : WRONG);
        assertThat(link.sent).containsExactly(typed, asks);
        types("hunter2"); // before the question
        isAsked(PasswordPrompt.Purpose.CURRENT);
        assertThat(link.sent).containsExactly(typed, asks, "/secret hunter2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeginAnewWhenTheTwoAreNotTheSame(boolean masks) {
        online(masks);
        types("/register");
        isAsked(PasswordPrompt.Purpose.NEW);
        typesAgain("my long secret 1");
        isAsked(PasswordPrompt.Purpose.AGAIN);
        typesAgain("my long secret 2");
        hearsAnswer(UNLIKE);
        typesAgain("my long secret 1");
        isAsked(PasswordPrompt.Purpose.NEW);
        isAsked(PasswordPrompt.Purpose.AGAIN);
        typesAgain("my long secret 1");
        hearsAnswer(new Registered(ANN));
        assertThat(link.sent)
                .containsExactly(
                        "/register",
                        "/secret my long secret 1",
                        "/secret my long secret 2",
                        "/register",
                        "/secret my long secret 1",
                        "/secret my long secret 1");
    }

    @Test
    void shouldAskForAllAgainWhenTheNewPasswordIsRefused() {
        online();
        types("/password");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("hunter2");
        isAsked(PasswordPrompt.Purpose.NEW);
        typesAgain("short");
        hearsAnswer(SHORT);
        isAsked(PasswordPrompt.Purpose.CURRENT);
        assertThat(surface.question).isEqualTo("Password of ann: ");
        typesAgain("hunter2");
        hearsAnswer(new PasswordChanged(ANN));
        types("hello");
        assertThat(link.sent).endsWith("/password", "/secret hunter2", "hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeAskedThreeTimesAndThenBeKeptFromTheRoom(boolean masks) {
        online(masks);
        types("/login ann");
        for (int i = 1; i <= Refusals.MOST; i++) {
            assertThat(surface.printed).noneMatch(line -> line.startsWith(NO_MORE));
            isAsked(PasswordPrompt.Purpose.CURRENT);
            typesAgain("wrong " + i);
            hearsAnswer(WRONG);
        }
        assertThat(surface.printed).endsWith(NO_MORE + "/login ann");
        typesAgain("hunter2");
        assertThat(surface.printed).endsWith(WITHHELD + "/login ann");
        types("hello");
        assertThat(link.sent)
                .containsExactly(
                        "/login ann",
                        "/secret wrong 1",
                        "/login ann",
                        "/secret wrong 2",
                        "/login ann",
                        "/secret wrong 3",
                        "hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAskThreeTimesAnewAfterAnotherCommand(boolean masks) {
        online(masks);
        types("/login ann");
        for (int i = 1; i <= Refusals.MOST; i++) {
            isAsked(PasswordPrompt.Purpose.CURRENT);
            typesAgain("wrong");
            hearsAnswer(WRONG);
        }
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("wrong");
        hearsAnswer(WRONG);
        assertThat(link.sent).endsWith("/login ann", "/secret wrong", "/login ann");
    }

    @Test
    void shouldLetGoOnAfterAnyCommand() {
        online(false);
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        types("wrong");
        hearsAnswer(new Failure(Failure.Code.TOO_OFTEN, "Please try again in 5 seconds."));
        types("/rooms");
        types("hello");
        assertThat(link.sent).endsWith("/rooms", "hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepFromTheRoomWhatTheServerWantsLater(boolean masks) {
        online(masks);
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("hunter2");
        hearsAnswer(new Failure(Failure.Code.TOO_OFTEN, "Please try again in 5 seconds."));
        typesAgain("hunter2");
        assertThat(link.sent).containsExactly("/login ann", "/secret hunter2");
        assertThat(surface.printed).endsWith(WITHHELD + "/login ann");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKeepFromTheRoomWhatWasLostWithTheConnection(boolean masks) {
        online(masks);
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("hunter2");
        link.givesUp("the connection was lost");
        lost();
        typesAgain("hunter2");
        assertThat(link.sent).containsExactly("/login ann", "/secret hunter2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldThrowAwayWhatWasPastedBehindARefusedPassword(boolean masks) {
        online(masks);
        types("/register");
        typesAgain("short");
        typesAgain("short");
        isAsked(PasswordPrompt.Purpose.NEW);
        hearsAnswer(SHORT);
        isAsked(PasswordPrompt.Purpose.NEW);
        assertThat(link.sent).containsExactly("/register", "/secret short", "/register");
        assertThat(surface.printed)
                .contains("notice: What you typed meanwhile was thrown away, since it may have been a password.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNotAskWhoGivesUpAgain(boolean masks) {
        online(masks);
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("wrong");
        hearsAnswer(WRONG);
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("");
        hearsAnswer(new Tip("No password was typed, so nothing was done."));
        types("hello");
        assertThat(link.sent).containsExactly("/login ann", "/secret wrong", "/login ann", "/secret", "hello");
    }

    @Test
    void shouldNotAskWhoLeaves() {
        online();
        types("/login ann");
        isAsked(PasswordPrompt.Purpose.CURRENT);
        typesAgain("wrong");
        session.leave();
        hearsAnswer(WRONG);
        assertThat(link.sent).containsExactly("/login ann", "/secret wrong");
    }

    @Test
    void shouldWarnOnce() {
        online();
        types("/login ann");
        PasswordPrompt prompt = new PasswordPrompt(
                PasswordPrompt.Purpose.CURRENT, ANN, PasswordPrompt.Shown.YES, "Others can read this.");
        hearsAnswer(prompt);
        typesAgain("wrong");
        hearsAnswer(WRONG);
        hearsAnswer(prompt);
        assertThat(surface.printed).containsOnlyOnce("error: Others can read this.");
    }
}
