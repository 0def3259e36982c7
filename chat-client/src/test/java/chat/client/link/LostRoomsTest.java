package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.CurrentRoom;
import chat.common.event.Received;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostRoomsTest {
    private static final RoomName STAFF = new RoomName("staff");

    private final Heard heard = new Heard();
    private final Outbox outbox = new Outbox();
    private final Whereabouts rooms = new Whereabouts();
    private final LostRooms lost = new LostRooms();

    @BeforeEach
    void shouldBeInTheLobbyButNotInStaff() {
        rooms.learn(new Received(new CurrentRoom(RoomName.LOBBY), null, null, null));
        lost.add(STAFF);
    }

    /** What still waits of lines that were typed. */
    private List<String> left(RoomName typedFor, String... lines) {
        for (String line : lines) {
            outbox.add(Line.of(line));
        }
        lost.handBack(typedFor, rooms, outbox, new Receipts(heard, new Quota()));
        return outbox.waiting().stream().map(Line::text).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psst",
                "/all psst",
                "/me waves",
                "/topic lunch",
                "/invite bob",
                "/lock",
                "/unlock",
                "/leave",
                "/allusers",
                "/history",
                "/history since 2026-11-20 10:30"
            })
    void shouldHandBackWhatIsForTheRoom(String line) {
        assertThat(left(STAFF, line)).isEmpty();
        assertThat(heard.handedBack()).containsExactly(line);
        assertThat(heard.reasons()).containsExactly("you are not in staff any more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/private ann psst",
                "/msg ann psst",
                "/setname bo",
                "/leave lobby",
                "/allusers lobby",
                "/history after x-7 lobby",
                "/rooms",
                "/search psst",
                "/mentions",
                "/forget me",
                "/join staff KEY",
                "/cmd",
                "/quit"
            })
    void shouldSendWhatIsNot(String line) {
        assertThat(left(STAFF, line)).containsExactly(line);
        assertThat(heard.handedBack()).isEmpty();
    }

    @Test
    void shouldSendWhatWasTypedForARoomThatWeAreIn() {
        assertThat(left(STAFF, "one", "/room lobby", "two", "/room staff", "three"))
                .containsExactly("/room lobby", "two", "/room staff");
    }

    @Test
    void shouldNotTellOneRoomWhatMayBeForAnother() {
        assertThat(left(STAFF, "/join other", "one")).containsExactly("/join other");
        assertThat(left(RoomName.LOBBY, "/room staff", "two")).doesNotContain("two");
    }
}
