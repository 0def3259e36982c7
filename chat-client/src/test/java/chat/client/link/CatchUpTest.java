package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Failure;
import chat.common.event.Joined;
import chat.common.event.Received;
import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final Received GONE =
            new Received(new Failure(Failure.Code.HISTORY_GONE, "gone"), "new-1", null, null);

    private final Whereabouts rooms = new Whereabouts();

    @SuppressWarnings("NullAway") // it has no conversation, and nothing was typed
    private final CatchUp catchUp = new CatchUp(null, new Luggage(null, null, null, null, rooms, null, null));

    @Test
    void shouldReadOnInEveryRoomThoughAllHaveLostTheirHistory() {
        for (int i = 0; i < 20; i++) {
            rooms.learn(new Received(new Joined(new RoomName("room" + i), "", 1, true), "old-1", null, null));
        }
        for (Whereabouts.Place place : rooms.places()) {
            catchUp.begin(place);
            assertThat(catchUp.answered(GONE)).isEqualTo(CatchUp.after("new-1", place.room()));
        }
    }

    @Test
    void shouldNotGoOnForEver() {
        rooms.learn(new Received(new Joined(new RoomName("room"), "", 1, true), "old-1", null, null));
        Whereabouts.Place place = rooms.places().get(0);
        for (int i = 0; i < 5; i++) {
            catchUp.begin(place);
            assertThat(catchUp.answered(GONE)).isNotNull();
        }
        catchUp.begin(place);
        assertThat(catchUp.answered(GONE)).isNull();
    }

    @Test
    void shouldTellThatARoomCouldNotBeRead() {
        rooms.learn(new Received(new Joined(new RoomName("room"), "", 1, true), "old-1", null, null));
        catchUp.begin(rooms.places().get(0));
        Failure failure = new Failure(Failure.Code.SERVER_MISTAKE, "The server made a mistake.");
        assertThat(catchUp.answered(new Received(failure, null, null, null))).isNull();
        assertThat(catchUp.missed().gone()).containsExactly(new RoomName("room"));
    }
}
