package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Online;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.CurrentRoom;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.LoggedIn;
import chat.common.event.Message;
import chat.common.event.NameAccepted;
import chat.common.event.Presence;
import chat.common.event.Received;
import chat.common.event.Users;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a person is, and with whom. */
class ConsoleRoomsTest extends ConsoleRehearsal {
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

    private void inLobby(UserName... names) {
        online();
        link.questions
                .remove("/allusers")
                .complete(new Received(new Users(RoomName.LOBBY, List.of(names)), null, null, null));
        session.flush();
    }

    @Test
    void shouldCountWhoTakesTheNameThatWeHadBefore() {
        inLobby(ANN, BOB);
        hears(new NameAccepted(UserName.of("zoe"), false));
        assertThat(surface.standing.status()).contains("2 people");
        hears(new Presence(RoomName.LOBBY, List.of(ANN), List.of(), List.of()));
        assertThat(surface.standing.status()).contains("3 people");
        hears(new LoggedIn(UserName.of("tina"), false));
        hears(new Presence(RoomName.LOBBY, List.of(UserName.of("zoe")), List.of(), List.of()));
        assertThat(surface.standing.status()).contains("4 people");
    }

    @Test
    void shouldCountWhoHasGivenTheNameBackToItsOwner() {
        UserName guest = UserName.of("guest-1");
        UserName tina = UserName.of("tina");
        inLobby(ANN, BOB, tina);
        hears(new Presence(
                RoomName.LOBBY,
                List.of(),
                List.of(),
                List.of(new Presence.Rename(BOB, tina), new Presence.Rename(tina, guest))));
        assertThat(surface.standing.status()).contains("3 people");
    }
}
