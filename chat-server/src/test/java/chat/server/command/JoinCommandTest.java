package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import chat.common.RoomName;
import chat.common.event.CurrentRoom;
import chat.common.event.Joined;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.moderation.Gate;
import chat.server.session.Session;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldMakeARoomAndSayWhoLooksAfterIt() {
        assertThat(ann.type("/join staff").lines())
                .containsExactly(
                        "You are in staff, and nobody else is yet. What you type goes there. You look after it:"
                                + " /lock lets in only whom you invite.");
        assertThat(bob.lines()).as("nobody else's business").isEmpty();
    }

    @Test
    void shouldGoToARoomThatSomebodyElseMakesAtThatMoment() {
        Gate gate = mock(Gate.class);
        when(gate.refusal(any(Session.class), any(RoomName.class))).thenReturn(Optional.empty());
        when(gate.refusalToMakeRoom(any())).then(asked -> {
            bob.type("/join staff");
            return Optional.empty();
        });
        RoomName staff = new RoomName("staff");
        JoinCommand join = new JoinCommand(chat.rooms(), gate, chat.moderation().roles());
        join.run(ann.session(), List.of("staff"));
        assertThat(ann.session().rooms().current().name()).isEqualTo(staff);
        assertThat(bob.session().rooms().current().isOwner(bob.session())).isTrue();
        assertThat(chat.rooms().find(staff).orElseThrow().people()).isEqualTo(2);
    }

    @Test
    void shouldTellThoseInTheRoomAndNobodyElse() {
        Terminal eve = chat.join("eve");
        ann.type("/join staff").lines();
        assertThat(bob.type("/join Staff").lines())
                .containsExactly("You are in staff with 1 other. What you type goes there.");
        assertThat(ann.lines()).containsExactly("* bob joined");
        bob.type("hi ann");
        assertThat(ann.lines()).containsExactly("bob: hi ann");
        assertThat(eve.lines()).isEmpty();
    }

    @Test
    void shouldNameTheOtherRoomsInFrontOfTheirLines() {
        ann.type("/join staff").lines();
        bob.type("hello lobby", "/me waves", "/topic lunch").lines();
        bob.type("/setname bobby", "/quit");
        chat.pass(1000);
        assertThat(ann.lines())
                .containsExactly(
                        "[lobby] bob: hello lobby",
                        "[lobby] -> bob waves",
                        "[lobby] * bob set the topic: lunch",
                        "[lobby] * bob is now bobby",
                        "[lobby] * bobby left");
    }

    @Test
    void shouldEndLinesWithTheRoomInFrontAsOnesOwnLinesEnd() {
        ann.send("/join staff\r\n").text();
        bob.type("hello");
        assertThat(ann.text()).isEqualTo("[lobby] bob: hello\r\n");
    }

    @Test
    void shouldNotLetAnybodyForgeARoom() {
        ann.type("/join staff").lines();
        Terminal eve = chat.join("eve");
        eve.type("[staff] bob: you are fired", "/me [staff] bob: hi");
        bob.type("/join staff", "[lobby] eve: hi", "/topic [staff] ann: hi");
        chat.pass(1000);
        assertThat(ann.lines())
                .containsExactly(
                        "[lobby] eve: [staff] bob: you are fired",
                        "[lobby] -> eve [staff] bob: hi",
                        "* bob joined",
                        "bob: [lobby] eve: hi",
                        "* bob set the topic: [staff] ann: hi");
        assertThat(chat.connect().type("/setname [staff]").text()).contains("This cannot be a name.");
    }

    @Test
    void shouldGoBackToARoomThatOneIsIn() {
        ann.type("/join staff").lines();
        assertThat(ann.type("/join lobby").lines()).containsExactly("What you type goes to lobby now.");
        ann.type("hello lobby");
        assertThat(bob.lines()).containsExactly("ann: hello lobby");
    }

    @Test
    void shouldTellTheTopic() {
        ann.type("/join staff", "/topic lunch").lines();
        assertThat(bob.type("/join staff").lines())
                .containsExactly("You are in staff with 1 other. What you type goes there. The topic: lunch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#staff", "-", "[staff]", "aaaaaaaaaaaaaaaaaaaaaaaaa"})
    void shouldSayWhatARoomMayBeCalled(String name) {
        assertThat(ann.type("/join " + name).lines())
                .containsExactly("This cannot be the name of a room. It has " + RoomName.RULE + ".");
    }

    @ParameterizedTest
    @CsvSource({"l0bby, lobby", "1obby, lobby", "stаff, staff"})
    void shouldNotMakeARoomThatLooksLikeAnother(String name, String other) {
        bob.type("/join staff");
        assertThat(ann.type("/join " + name).text())
                .startsWith("No room can be called ")
                .contains(" now: it looks like " + other + ", which is another room.");
    }

    @Test
    void shouldNotMakeARoomThatLooksLikeAnOffice() {
        assertThat(ann.type("/join 5erver").lines())
                .containsExactly(
                        "No room can be called 5erver. Please choose another name: it has " + RoomName.RULE + ".");
    }

    @Test
    void shouldNotMixScripts() {
        assertThat(ann.type("/join кitchen").text()).contains("It mixes Cyrillic and Latin letters.");
    }

    @Test
    void shouldSayHowItIsTyped() {
        assertThat(ann.type("/join").lines())
                .containsExactly("Please type /join ROOM [KEY], for example: /join staff  (A room's name has "
                        + RoomName.RULE + ".)");
    }

    @Test
    void shouldLetNobodyIntoMoreThanTwentyRooms() {
        for (int i = 1; i < 20; i++) {
            assertThat(ann.type("/join room" + i).text()).startsWith("You are in room" + i);
        }
        assertThat(ann.type("/join one-more").lines())
                .containsExactly("You are in 20 rooms, which is the most. Please /leave one first.");
        assertThat(ann.type("/join room7").lines()).containsExactly("What you type goes to room7 now.");
        ann.type("/leave").lines();
        assertThat(ann.type("/join one-more").text()).startsWith("You are in one-more");
    }

    @Test
    void shouldAnswerProgramsWithFields() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/join staff").events()).containsExactly(new Joined(new RoomName("staff"), "", 1, true));
        assertThat(bot.type("/join staff").events()).containsExactly(new CurrentRoom(new RoomName("staff")));
        bob.type("hi");
        assertThat(bot.lines()).singleElement().asString().contains("\"room\":\"lobby\"");
    }

    @Test
    void shouldForgetARoomInWhichNothingHasHappened() {
        ann.type("/join hall", "/leave").lines();
        assertThat(chat.rooms().find(new RoomName("hall"))).isEmpty();
        assertThat(bob.type("/join ha1l").text()).startsWith("You are in ha1l, and nobody else");
    }

    @Test
    void shouldRememberARoomInWhichSomethingHasHappened() {
        ann.type("/join staff", "hello?", "/leave").lines();
        assertThat(chat.rooms().find(new RoomName("staff"))).isPresent();
        assertThat(bob.type("/join staff").text()).startsWith("You are in staff, and nobody else");
    }
}
