package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.CommandHelp;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.HistoryKept;
import chat.common.event.Message;
import chat.common.event.NamePrompt;
import chat.common.event.Pong;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.common.event.Skipped;
import chat.common.event.Tip;
import chat.common.event.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventPainterTest {
    private static final UserName ANN = UserName.of("ann");

    private final ManualClock clock = new ManualClock();
    private final EventPainter painter = new EventPainter(clock);

    private Optional<Paragraph> paint(Event event) {
        return painter.paint(new Received(event, null, null, null), "bob", RoomName.LOBBY);
    }

    private String words(Event event) {
        return paint(event).map(Words::of).orElse("");
    }

    @Test
    void shouldTellEveryKindApart() {
        assertThat(words(new Message(RoomName.LOBBY, ANN, "hi"))).isEqualTo("ann says: hi");
        assertThat(words(new PrivateMessage(ANN, "hi"))).isEqualTo("private from ann: hi");
        assertThat(words(new Tip("Type /cmd."))).isEqualTo("notice: Type /cmd.");
        assertThat(words(new Pong())).isEqualTo("notice: pong");
        assertThat(words(new Skipped(RoomName.LOBBY, 2))).isEqualTo("notice: 2 messages skipped");
        assertThat(words(new Failure(Failure.Code.NOT_FOUND, "Nobody."))).isEqualTo("error: Nobody.");
        assertThat(words(new Goodbye(Goodbye.Reason.NO_NAME))).startsWith("notice: You have not chosen a name");
        assertThat(words(new CommandHelp("/x", "does x", "", "/x"))).isEqualTo("notice: /x - does x.\n    Example: /x");
    }

    @Test
    void shouldShowMailOnceThoughItComesAgain() {
        assertThat(mail("m-1", false)).contains("hi");
        assertThat(mail("m-1", true)).isEmpty();
        assertThat(mail("m-2", true)).as("of an earlier run").contains("(perhaps again) hi");
        assertThat(mail("m-2", true)).isEmpty();
    }

    private String mail(String id, boolean again) {
        PrivateMessage message = new PrivateMessage(ANN, "hi", true, again);
        return painter.paint(new Received(message, id, Instant.EPOCH, null), "bob", RoomName.LOBBY)
                .map(Words::of)
                .orElse("");
    }

    @Test
    void shouldLeaveOutWhatIsShownElsewhere() {
        assertThat(paint(new Said(RoomName.LOBBY))).isEmpty();
        assertThat(paint(new PrivateSent(ANN))).isEmpty();
        assertThat(paint(new NamePrompt())).isEmpty();
        assertThat(paint(new Goodbye(Goodbye.Reason.QUIT))).isEmpty();
        assertThat(paint(new Goodbye(Goodbye.Reason.SERVER_STOPPED))).isEmpty();
    }

    @Test
    void shouldTellHowLongHistoryIsKeptOnceInARunUnlessThatChanges() {
        assertThat(words(new HistoryKept(Duration.ofDays(90)))).contains("is kept for 90 days");
        assertThat(paint(new HistoryKept(Duration.ofDays(90)))).isEmpty();
        assertThat(words(new HistoryKept(Duration.ofDays(7)))).contains("is kept for 7 days");
    }

    @Test
    void shouldKnowWhatCallsThisPerson() {
        assertThat(paint(new Message(RoomName.LOBBY, ANN, "hi Bob!"))
                        .orElseThrow()
                        .calls())
                .isTrue();
        assertThat(paint(new Message(RoomName.LOBBY, ANN, "hi bobby"))
                        .orElseThrow()
                        .calls())
                .isFalse();
        assertThat(paint(new PrivateMessage(ANN, "hi")).orElseThrow().calls()).isTrue();
    }

    @Test
    void shouldTakeTheTimeOfTheEventIfItHasOne() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        Received received = new Received(new Message(RoomName.LOBBY, ANN, "hi"), "1", at, null);
        assertThat(painter.paint(received, "", RoomName.LOBBY).orElseThrow().at())
                .isEqualTo(at);
        assertThat(paint(new Tip("now")).orElseThrow().at()).isEqualTo(clock.instant());
    }

    @Test
    void shouldListPeopleInOneParagraph() {
        List<UserName> crowd =
                IntStream.range(0, 40).mapToObj(i -> UserName.of("user" + i)).toList();
        assertThat(words(new Users(RoomName.LOBBY, crowd))).doesNotContain("\n").contains("user0, user1", "user39");
    }

    @Test
    void shouldNeverLetAControlCharacterThrough() {
        assertThat(words(new Message(RoomName.LOBBY, ANN, "a\u001b[2Jb\nc\rd\u009be\u202ef")))
                .isEqualTo("ann says: abcdf");
        assertThat(words(new Tip("a\u001b]0;x\u0007b"))).isEqualTo("notice: ab");
    }
}
