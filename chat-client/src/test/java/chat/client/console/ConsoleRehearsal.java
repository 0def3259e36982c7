package chat.client.console;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Waiting;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Received;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A console session with a link and a surface that are none. */
abstract class ConsoleRehearsal {
    static final UserName ANN = UserName.of("ann");
    static final UserName BOB = UserName.of("bob");
    static final RoomName STAFF = new RoomName("staff");

    final ManualClock clock = new ManualClock();
    final FakeSurface surface = new FakeSurface();
    final FakeLink link = new FakeLink();
    ConsoleSession session;

    @BeforeEach
    void begin() {
        ConsoleSettings settings = new ConsoleSettings(
                "localhost:8090", () -> "not encrypted", ColorMode.NEVER, false, true, Theme.AUTO, null, Map.of());
        session = new ConsoleSession(clock, settings, surface, Runnable::run);
        session.begin(link);
    }

    void online() {
        session.stateChanged(new Online(ANN, Dialect.JSON, false));
        session.flush();
    }

    void lost() {
        session.stateChanged(new Waiting("no server is listening there", 1, Duration.ofSeconds(4)));
        session.flush();
    }

    void hears(Event event) {
        session.received(new Received(event, null, null, null));
        session.flush();
    }

    void types(String line) {
        session.typed(line);
        session.flush();
    }
}
