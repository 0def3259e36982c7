package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Event;
import chat.common.event.Message;
import chat.common.event.NamePrompt;
import chat.common.event.Presence;
import chat.common.event.Skipped;
import chat.common.event.Topic;
import chat.common.event.Users;
import chat.common.event.Welcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private static final RoomName STAFF = new RoomName("staff");
    private static final UserName BOB = UserName.of("bob");

    @Test
    void shouldAppendToWhatIsThere() {
        StringBuilder out = new StringBuilder();
        WireFormat.TEXT_CRLF.append(new Welcome(), out);
        WireFormat.TEXT_LF.append(new NamePrompt(), out);
        assertThat(out.toString().split("(?<=\n)"))
                .containsExactly(
                        "Welcome to ClientMessageSystem.\r\n",
                        "Please choose a name: type /setname NAME and press Enter.\n");
    }

    @Test
    void shouldNameTheRoomInFrontOfWhatHappensInIt() {
        assertThat(withRoom(new Message(STAFF, BOB, "hi"))).isEqualTo("[staff] bob: hi");
        assertThat(withRoom(new Action(STAFF, BOB, "waves"))).isEqualTo("[staff] -> bob waves");
        assertThat(withRoom(new Topic(STAFF, BOB, "lunch"))).isEqualTo("[staff] * bob set the topic: lunch");
        assertThat(withRoom(new Presence(STAFF, List.of(BOB), List.of(), List.of())))
                .isEqualTo("[staff] * bob joined");
        assertThat(withRoom(new Skipped(STAFF, 3))).isEqualTo("[staff] * 3 messages skipped");
    }

    @Test
    void shouldNotNameTheRoomOfAnAnswer() {
        assertThat(withRoom(new Users(STAFF, List.of(BOB)))).isEqualTo("1 person in staff: bob");
    }

    @Test
    void shouldKeepTheEndsOfLines() {
        assertThat(WireFormat.TEXT_LF.withRoom()).isEqualTo(WireFormat.TEXT_LF_ROOM);
        assertThat(WireFormat.JSON.withRoom()).isEqualTo(WireFormat.JSON);
        StringBuilder out = new StringBuilder();
        WireFormat.TEXT_CRLF.withRoom().withRoom().append(new Message(STAFF, BOB, "hi"), out);
        assertThat(out.toString()).isEqualTo("[staff] bob: hi\r\n");
    }

    private static String withRoom(Event event) {
        StringBuilder out = new StringBuilder();
        WireFormat.TEXT_LF.withRoom().append(event, out);
        return out.toString().stripTrailing();
    }
}
