package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.link.LinkState.Connecting;
import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.Missed;
import chat.common.RoomName;
import chat.common.event.Message;
import chat.common.event.Received;
import chat.common.event.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person sees of the connection. */
class ConsoleConnectionTest extends ConsoleRehearsal {
    @Test
    void shouldStartTheLink() {
        assertThat(link.started).isTrue();
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
}
