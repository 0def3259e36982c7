package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.link.Farewell.How;
import chat.client.link.LinkState.Connecting;
import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Unnamed;
import chat.client.link.LinkState.Waiting;
import chat.client.link.Missed;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.CurrentRoom;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.LoggedIn;
import chat.common.event.Message;
import chat.common.event.PasswordPrompt;
import chat.common.event.Presence;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Said;
import chat.common.event.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSessionTest {
    private static final UserName ANN = UserName.of("ann");
    private static final UserName BOB = UserName.of("bob");
    private static final RoomName STAFF = new RoomName("staff");

    private final ManualClock clock = new ManualClock();
    private final FakeSurface surface = new FakeSurface();
    private final FakeLink link = new FakeLink();
    private ConsoleSession session;

    @BeforeEach
    void begin() {
        ConsoleSettings settings = new ConsoleSettings(
                "localhost:8090", () -> "not encrypted", ColorMode.NEVER, false, true, Theme.AUTO, null, Map.of());
        session = new ConsoleSession(clock, settings, surface, Runnable::run);
        session.begin(link);
    }

    private void online() {
        session.stateChanged(new Online(ANN, Dialect.JSON, false));
        session.flush();
    }

    private void lost() {
        session.stateChanged(new Waiting("no server is listening there", 1, Duration.ofSeconds(4)));
        session.flush();
    }

    private void hears(Event event) {
        session.received(new Received(event, null, null, null));
        session.flush();
    }

    private void types(String line) {
        session.typed(line);
        session.flush();
    }

    @Test
    void shouldStartTheLink() {
        assertThat(link.started).isTrue();
    }

    @Test
    void shouldAskForTheName() {
        session.stateChanged(new Unnamed(null));
        session.flush();
        assertThat(surface.standing.prompt()).isEqualTo("Your name: ");

        types(" ann ");

        assertThat(link.sent).containsExactly("/setname ann");
    }

    @Test
    void shouldNotTakeASentenceForAName() {
        session.stateChanged(new Unnamed(null));

        types("hello everybody");

        assertThat(link.sent).isEmpty();
        assertThat(surface.printed).singleElement().asString().startsWith("error: This cannot be a name.");
    }

    @Test
    void shouldRenameNobodyWhoLostTheirNameWhileTheyTyped() {
        online();
        lost();
        session.stateChanged(new Unnamed("The name ann is taken."));
        types("yes");
        assertThat(surface.standing.prompt()).isEqualTo("/setname NAME> ");
        types("/setname anna");

        assertThat(link.sent).containsExactly("yes", "/setname anna");
        assertThat(surface.printed)
                .endsWith(
                        "error: The name ann is taken.",
                        "notice: This waits until you have a name. Please type /setname NAME.");
    }

    @Test
    void shouldTakeACommandAtTheQuestionForTheName() {
        session.stateChanged(new Unnamed(null));

        types("/cmd");

        assertThat(link.sent).containsExactly("/cmd");
    }

    @Test
    void shouldTellOnceThatANameWasRefused() {
        session.stateChanged(new Unnamed(null));
        types("bob");
        hears(new Failure(Failure.Code.NAME_TAKEN, "The name bob is taken."));
        session.stateChanged(new Unnamed("The name bob is taken."));
        assertThat(surface.printed).containsExactly("error: The name bob is taken.");

        session.stateChanged(new Unnamed("The name bob is taken."));

        assertThat(surface.printed).hasSize(2);
    }

    @Test
    void shouldShowALineAsSaidWhenItIsConfirmedOnly() {
        online();
        types("hi all");
        assertThat(link.sent).containsExactly("hi all");
        assertThat(surface.printed).isEmpty();

        link.answers(new Said(RoomName.LOBBY));

        assertThat(surface.printed).containsExactly("you say: hi all");
    }

    @Test
    void shouldShowALineThatWaits() {
        online();
        types("hi");
        assertThat(surface.standing.waiting()).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        session.flush();

        assertThat(surface.standing.waiting()).containsExactly("hi");
        assertThat(surface.standing.status()).contains("1 line waits");
    }

    @Test
    void shouldShowAtOnceThatALineWaitsForAConnection() {
        online();
        lost();
        types("one");
        types("/login ann secret");
        types("/login ann secret"); // the first time it is only warned
        assertThat(surface.standing.waiting()).containsExactly("one", "/login ann ********");
        assertThat(surface.standing.status()).contains("2 lines wait");
        assertThat(link.sent).containsExactly("one", "/login ann secret");
    }

    @Test
    void shouldShowAPrivateMessageOfOnesOwnWhenItIsConfirmed() {
        online();
        types("/msg bob  psst  now");

        link.answers(new PrivateSent(BOB));

        assertThat(surface.printed).containsExactly("private to bob: psst  now");
    }

    @Test
    void shouldShowWhatWasTakenAsSaidThoughTheAnswerWasLost() {
        online();
        for (String line : List.of("hi all", "/msg bob psst", "/setname anna")) {
            types(line);
            hears(new Repeated());
            link.answers(new Repeated());
        }

        assertThat(surface.printed)
                .containsExactly(
                        "you say: hi all",
                        "private to bob: psst",
                        "notice: The server has done this, but its answer was lost: /setname anna");
    }

    @Test
    void shouldNotShowALineAsSaidThatWasRefused() {
        online();
        types("hi");
        hears(new Failure(Failure.Code.LINE_TOO_LONG, "Too long."));

        link.answers(new Failure(Failure.Code.LINE_TOO_LONG, "Too long."));

        assertThat(surface.printed).containsExactly("error: Too long.");
        assertThat(surface.standing.waiting()).isEmpty();
    }

    @Test
    void shouldGiveBackWhatWasNotTaken() {
        online();
        types("hi");
        link.givesUp("the server was restarted");
        session.handedBack(List.of("hi", "/login ann secret"), "the server was restarted");

        assertThat(surface.remembered).containsExactly("hi");
        assertThat(surface.printed)
                .containsExactly("error: Not sent (the server was restarted):\n  hi\n  /login ann ********\n"
                        + "  Press Up to take it back.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTellThatALineWasRefusedAtOnce(boolean connected) {
        surface.echoes = !connected; // says nothing of waiting either
        begin();
        if (connected) {
            online();
        }
        link.refusal = "it is 1 byte too long";

        types("hi");

        assertThat(surface.remembered).containsExactly("hi");
        assertThat(surface.standing.waiting()).isEmpty();
        assertThat(surface.printed)
                .singleElement()
                .asString()
                .startsWith("error: Not sent (it is 1 byte too long):\n  hi");
    }

    @Test
    void shouldTellOnceThatTheConnectionIsLostAndOnceThatItIsBack() {
        online();
        lost();
        session.stateChanged(new Connecting(1));
        lost();
        clock.pass(Duration.ofSeconds(75));
        session.stateChanged(new Online(ANN, Dialect.JSON, true));

        assertThat(surface.printed)
                .containsExactly(
                        "error: Connection lost: no server is listening there. Trying again; what you type is kept"
                                + " and sent then.",
                        "notice: Connected again after 1 min 15 s; what was said in between may be missing here.");
    }

    @Test
    void shouldShowWhatWasMissedWithItsTimesAndWithoutABell() {
        online();
        lost();
        clock.pass(Duration.ofSeconds(75));
        Message missed = new Message(STAFF, BOB, "ann?");
        session.received(new Received(missed, "x-7", Instant.parse("2026-11-22T10:31:30Z"), null, true));
        session.received(new Received(missed, "x-8", Instant.parse("2026-11-20T08:00:00Z"), null, true));
        session.caughtUp(new Missed(2, List.of(), STAFF));
        session.stateChanged(new Online(ANN, Dialect.JSON, true));
        session.flush();

        assertThat(surface.printed.subList(1, 4))
                .containsExactly(
                        "in staff, at 10:31, bob says: ann?",
                        "in staff, at 2026-11-20 08:00, bob says: ann?",
                        "notice: Connected again after 1 min 15 s; the 2 lines above were said meanwhile.");
        assertThat(surface.rings).isZero();
        assertThat(surface.standing.status()).contains("staff").doesNotContain("2 mentions");
    }

    @Test
    void shouldSayWhenTheServerKeepsNotAllOfIt() {
        online();
        lost();
        clock.pass(Duration.ofSeconds(5));
        session.caughtUp(new Missed(0, List.of(RoomName.LOBBY, STAFF), RoomName.LOBBY));
        session.stateChanged(new Online(ANN, Dialect.JSON, true));
        assertThat(surface.printed)
                .last()
                .isEqualTo("notice: Connected again after 5 s; you have missed nothing that is still kept."
                        + " Some of what was said meanwhile in lobby and staff is not kept any more.");
    }

    @Test
    void shouldCountDownToTheNextTry() {
        online();
        lost();
        assertThat(surface.standing.status())
                .contains("connection lost (no server is listening there) - trying again in 4 s");

        clock.pass(Duration.ofMillis(1500));
        session.flush();

        assertThat(surface.standing.status())
                .contains("connection lost (no server is listening there) - trying again in 3 s");
    }

    @Test
    void shouldShowWhereWeAreAndWithHowMany() {
        online();
        link.ask("/allusers").complete(new Received(new Users(RoomName.LOBBY, List.of(ANN)), null, null, null));
        hears(new Presence(RoomName.LOBBY, List.of(BOB), List.of(), List.of()));

        assertThat(surface.standing.status()).containsExactly("localhost:8090", "not encrypted", "lobby", "2 people");
        assertThat(surface.standing.prompt()).isEqualTo("ann> ");
        assertThat(surface.printed).containsExactly("notice: bob joined");
    }

    @Test
    void shouldCountMentionsUntilAKeyIsPressed() {
        online();
        hears(new Message(RoomName.LOBBY, BOB, "hi Ann"));
        hears(new PrivateMessage(BOB, "psst"));
        hears(new Message(RoomName.LOBBY, BOB, "hi all"));
        assertThat(surface.standing.status()).contains("2 mentions");
        assertThat(surface.rings).isEqualTo(1);

        session.keyPressed();
        session.flush();

        assertThat(surface.standing.status()).noneMatch(piece -> piece.contains("mention"));
    }

    @Test
    void shouldRunItsOwnCommands() {
        online();
        types("//clear");
        types("//thme");
        assertThat(surface.clearings).isEqualTo(1);
        assertThat(link.sent).isEmpty();
        assertThat(surface.printed).singleElement().asString().contains("//thme; did you mean //theme?", "/all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quit", "/exit", " /QUIT now"})
    void shouldLeaveWhenAsked(String line) {
        online();
        types(line);
        assertThat(link.left).isTrue();

        link.ends(How.LEFT, "");

        assertThat(surface.printed).containsExactly("notice: You have left the chat");
        assertThat(surface.stopped).isTrue();
        assertThat(session.exitCode()).isCompletedWithValue(0);
    }

    @Test
    void shouldLeaveAtOnceWithoutAConnectionAndTellWhatWasNotSent() {
        online();
        lost();
        types("hi");
        session.handedBack(List.of("hi"), "you left");

        session.leave();

        assertThat(link.closed).isTrue();
        assertThat(session.exitCode()).isCompletedWithValue(1);
    }

    @Test
    void shouldNotWaitForeverForAGoodbye() {
        online();
        types("/quit");
        clock.pass(Duration.ofSeconds(2));
        session.flush();
        assertThat(link.closed).isFalse();

        clock.pass(Duration.ofSeconds(2));
        session.flush();

        assertThat(link.closed).isTrue();
    }

    @Test
    void shouldLeaveWhenCtrlCIsPressedTwice() {
        online();
        session.interrupted();
        session.flush();
        assertThat(surface.standing.status().get(0)).isEqualTo("Press Ctrl-C again to leave");
        assertThat(link.left).isFalse();

        session.interrupted();

        assertThat(link.left).isTrue();
    }

    @Test
    void shouldNotLeaveWhenSomethingWasTypedBetweenTwoCtrlC() {
        online();
        session.interrupted();
        session.keyPressed();
        session.interrupted();
        assertThat(link.left).isFalse();
    }

    @Test
    void shouldNotLeaveWhenTheSecondCtrlCComesLate() {
        online();
        session.interrupted();
        clock.pass(Duration.ofSeconds(3));
        session.interrupted();
        assertThat(link.left).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "LOST", "SERVER_STOPPED", "REPLACED"})
    void shouldFailWhenTheLinkEndsByItself(How how) {
        online();
        link.ends(how, "It is over.");
        assertThat(surface.printed).containsExactly("error: It is over.");
        assertThat(session.exitCode()).isCompletedWithValue(1);
    }

    @Test
    void shouldSayNothingOfProtectionWhereNothingNeedsToBeSaid() {
        surface.echoes = true;
        ConsoleSettings here = new ConsoleSettings(
                "localhost:8090", () -> "", ColorMode.NEVER, false, true, Theme.AUTO, null, Map.of());
        session = new ConsoleSession(clock, here, surface, Runnable::run);
        session.begin(link);
        online();
        assertThat(surface.standing.status()).doesNotContain("");
        assertThat(surface.printed).contains("notice: Connected to localhost:8090. You are ann.");
    }

    @Test
    void shouldTellWhatThePlainScreenDoesNotShow() {
        surface.echoes = true;
        begin();
        online();
        lost();
        types("hi");
        session.stateChanged(new Online(ANN, Dialect.JSON, true));
        link.answers(new Said(RoomName.LOBBY));
        session.interrupted();

        assertThat(surface.printed)
                .contains(
                        "notice: Connected to localhost:8090, not encrypted. You are ann.",
                        "notice: Not sent yet, waits for a connection: hi",
                        "notice: Sent now: hi",
                        "notice: Press Ctrl-C again to leave")
                .doesNotContain("you say: hi");
    }

    @Test
    void shouldUnderstandAServerThatSpeaksPlainText() {
        session.stateChanged(new Online(ANN, Dialect.TEXT, false));
        session.plainLine("* bob joined");
        session.plainLine("bob: hi ann");
        session.plainLine("bob(private): psst");
        session.plainLine("2 people in lobby: ann, bob");

        assertThat(surface.printed)
                .containsExactly(
                        "notice: bob joined",
                        "bob says: hi ann",
                        "private from bob: psst",
                        "notice: 2 people in lobby: ann, bob");
        assertThat(link.questions).isEmpty();
        assertThat(session.completions().of("b"))
                .extracting(Completions.Choice::word)
                .containsExactly("bob:");
    }

    @Test
    void shouldTellHowMuchWasLeftOut() {
        session.leftOut(1);
        assertThat(surface.printed)
                .containsExactly("notice: 1 line was left out here: the terminal was too slow to show all.");
    }

    @Test
    void shouldAskForTheNamesAgainWhenSomethingWasLeftOut() {
        online();
        assertThat(link.asked).containsExactly("/cmd", "/rooms", "/allusers");
        session.leftOut(3);
        session.flush();
        assertThat(link.asked).as("one question at a time").hasSize(3);

        link.questions
                .remove("/allusers")
                .complete(new Received(new Users(RoomName.LOBBY, List.of(ANN)), null, null, null));
        session.flush();
        session.flush();

        assertThat(link.asked).containsExactly("/cmd", "/rooms", "/allusers", "/allusers");
    }

    @Test
    void shouldNotAskAgainWhenOnlyTheNameHasChanged() {
        online();
        session.stateChanged(new Online(BOB, Dialect.JSON, false));
        assertThat(link.asked).containsExactly("/cmd", "/rooms", "/allusers");

        lost();
        online();

        assertThat(link.asked).hasSize(6);
    }

    @Test
    void shouldFollowTheCurrentRoom() {
        online();
        assertThat(surface.standing.status()).contains("lobby");

        types("/join staff");
        link.answers(new Joined(STAFF, "", 1, true));
        hears(new Joined(STAFF, "", 1, true));
        assertThat(surface.standing.status()).contains("staff").doesNotContain("lobby");

        hears(new CurrentRoom(RoomName.LOBBY));
        assertThat(surface.standing.status()).contains("lobby");

        hears(new Left(RoomName.LOBBY, STAFF));
        assertThat(surface.standing.status()).contains("staff");
    }

    @Test
    void shouldAskWhoIsInTheNewRoomAndMindNoOther() {
        online();
        link.questions
                .remove("/allusers")
                .complete(new Received(new Users(RoomName.LOBBY, List.of(ANN)), null, null, null));
        hears(new Joined(STAFF, "", 1, true));
        link.questions.remove("/allusers").complete(new Received(new Users(STAFF, List.of(ANN)), null, null, null));
        session.flush();
        assertThat(surface.standing.status()).contains("1 person");

        hears(new Presence(RoomName.LOBBY, List.of(BOB), List.of(), List.of()));
        assertThat(surface.standing.status()).contains("1 person");
        hears(new Presence(STAFF, List.of(BOB), List.of(), List.of()));
        assertThat(surface.standing.status()).contains("2 people");
    }

    @Test
    void shouldTellWhereItHappenedUnlessItIsTheCurrentRoom() {
        online();
        hears(new Joined(STAFF, "", 2, false));
        surface.printed.clear();

        hears(new Message(STAFF, BOB, "hi"));
        hears(new Message(RoomName.LOBBY, BOB, "hello"));
        hears(new Action(RoomName.LOBBY, BOB, "waves"));
        hears(new Presence(RoomName.LOBBY, List.of(), List.of(BOB), List.of()));

        assertThat(surface.printed)
                .containsExactly(
                        "bob says: hi",
                        "in lobby, bob says: hello",
                        "in lobby, action: bob waves",
                        "in lobby, notice: bob left");
    }

    @Test
    void shouldShowWhatOneDoesWhenItIsConfirmed() {
        online();
        types("/me waves");
        link.answers(new Said(RoomName.LOBBY));
        types("/topic lunch");
        link.answers(new Said(RoomName.LOBBY));
        assertThat(surface.printed).containsExactly("action: ann waves", "notice: Done in lobby: /topic lunch");
    }

    @Test
    void shouldKnowTheRoomsOfAServerThatSpeaksPlainText() {
        session.stateChanged(new Online(ANN, Dialect.TEXT, false));
        session.plainLine("[staff] bob: hi");
        session.plainLine("[staff] * bob left");
        session.plainLine("-> bob waves");
        session.plainLine("bob: [staff] eve: hi");
        assertThat(surface.printed)
                .containsExactly(
                        "in staff, bob says: hi",
                        "in staff, notice: bob left",
                        "action: bob waves",
                        "bob says: [staff] eve: hi");
    }

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
}
