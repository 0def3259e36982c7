package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.Joined;
import chat.common.event.NameAccepted;
import chat.common.event.NamePrompt;
import chat.common.event.Pong;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Resumed;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeCommandTest {
    private static final String KEY = "0123456789abcdef";
    private static final String RESUME = "/resume " + KEY + " ";
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final UserName ANN = UserName.of("ann");

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal bob = chat.join("bob");
    private int connections;

    @Test
    void shouldBeginAtNothing() {
        assertThat(chat.connectProgram().type("@a " + resume()).lines())
                .containsExactly("{\"event\":\"resumed\",\"last\":0,\"tag\":\"a\"}");
    }

    @Test
    void shouldTellWhichLineWasTakenLast() {
        Terminal first = program();
        first.type("@1 /setname ann", "@2 /all one", "@5 /all two", "@3 /all too late", "@x /all no number", "/ping")
                .hangUp();
        assertThat(program().events()).containsExactly(new Resumed(5));
        assertThat(bob.lines()).containsSequence("ann: one", "ann: two", "ann: no number");
    }

    @Test
    void shouldDoEachLineOnce() {
        Terminal first = program();
        first.type("@1 /setname ann", "@2 /all hi", "@3 /nonsense");
        assertThat(first.type("@2 /all hi", "@1 /setname eve", "@3 /nonsense", "@002 /all hi")
                        .received())
                .endsWith(
                        new Received(new Repeated(), null, null, "2"),
                        new Received(new Repeated(), null, null, "1"),
                        new Received(new Repeated(), null, null, "3"),
                        new Received(new Repeated(), null, null, "002"));
        first.hangUp();

        Terminal second = program();
        second.type("/setname ann", "@2 /all hi", "@3 /all more", "@4 /all and more");
        assertThat(answers(second))
                .containsExactly(
                        new Resumed(3), new NameAccepted(ANN, true), new Repeated(), new Repeated(), new Said(LOBBY));
        assertThat(bob.lines())
                .filteredOn(line -> line.startsWith("ann: "))
                .containsExactly("ann: hi", "ann: and more");
    }

    @Test
    void shouldNotComeIntoALockedRoomThatOthersMadeMeanwhile() {
        Terminal first = program();
        first.type("@1 /setname ann", "@2 /join plans").hangUp();
        bob.type("/join plans", "/lock", "nobody else reads this").lines();

        Terminal second = program();
        second.type("/setname ann", "/history 10", "/join plans");
        assertThat(second.text())
                .contains("\"room\":\"lobby\"")
                .doesNotContain("nobody else reads this")
                .contains("room-locked");
        assertThat(bob.type("/allusers").text()).doesNotContain("ann");
    }

    @Test
    void shouldComeBackToTheRoomsItWasIn() {
        Terminal first = program();
        first.type("@1 /setname ann", "@2 /join staff", "@3 /lock", "@4 /join kitchen", "@5 /all hi", "@6 /room staff");
        first.hangUp();

        Terminal second = program();
        second.type("/setname ann", "@7 /all in staff");
        RoomName staff = new RoomName("staff");
        RoomName kitchen = new RoomName("kitchen");
        assertThat(answers(second))
                .containsExactly(
                        new Resumed(6),
                        new Joined(kitchen, "", 1, true),
                        new Joined(staff, "", 1, true),
                        new NameAccepted(ANN, true),
                        new Said(staff));
        assertThat(second.session().rooms().size()).isEqualTo(3);
        assertThat(bob.type("/allusers").lines()).endsWith("2 people in lobby: ann, bob");
    }

    @Test
    void shouldNotComeBackToARoomThatItHadLeft() {
        Terminal first = program();
        first.type(
                "@1 /setname ann", "@2 /join staff", "@3 /all hi", "@4 /leave lobby", "@5 /join kitchen", "@6 /leave");
        first.hangUp();

        Terminal second = program();
        second.type("/setname ann", "/rooms", "hello");
        assertThat(answers(second)).endsWith(new Said(new RoomName("staff")));
        assertThat(second.session().rooms().size()).isEqualTo(1);
    }

    @Test
    void shouldNotTakeALineThatHadNoName() {
        Terminal first = program();
        first.events();
        assertThat(first.type("@1 /all hi").events()).containsExactly(new NamePrompt());
        assertThat(first.type("/setname ann", "@1 /all hi").events())
                .containsExactly(new NameAccepted(ANN, true), new Said(LOBBY));
    }

    @Test
    void shouldNotCountWithoutAKey() {
        Terminal ann = chat.joinProgram("ann");
        assertThat(ann.type("@7 /all hi", "@7 /all hi", "@1 /all hi").events())
                .containsExactly(new Said(LOBBY), new Said(LOBBY), new Said(LOBBY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "-5", "1.5", "1234567890123456789", "٣"})
    void shouldCountOnlyWhatIsANumberFromOneUp(String tag) {
        Terminal ann = program();
        ann.type("@7 /setname ann").text();
        assertThat(ann.type("@" + tag + " /all hi").events()).containsExactly(new Said(LOBBY));
    }

    @Test
    void shouldEndTheOtherSessionWithTheKeyAndFreeItsName() {
        Terminal first = program();
        first.type("@1 /setname ann", "@2 /all hi").text();

        Terminal second = chat.connectProgram();
        second.send(resume() + "\n/setname ann\n@3 /all again\n");

        assertThat(first.events()).containsExactly(new Goodbye(Goodbye.Reason.REPLACED));
        assertThat(answers(second)).containsExactly(new Resumed(2), new NameAccepted(ANN, true), new Said(LOBBY));
        assertThat(first.type("@4 /all not heard").text()).isEmpty();
        chat.pass(1000);
        assertThat(first.channel().isOpen()).isFalse();
        assertThat(bob.lines()).contains("ann: hi", "ann: again").noneMatch(line -> line.contains("not heard"));
    }

    @Test
    void shouldEndASessionThatDoesNotRead() {
        Terminal first = program();
        first.type("/setname ann").text();
        first.stopReading();
        bob.type("x".repeat(2000));

        Terminal second = program();
        assertThat(second.type("/setname ann").events()).containsExactly(new Resumed(0), new NameAccepted(ANN, true));
        chat.pass(1000);
        assertThat(first.channel().isOpen()).isFalse();
    }

    @Test
    void shouldNotEndItselfWhenItSendsItsKeyAgain() {
        Terminal ann = program();
        ann.type("@4 /setname ann", resume());
        assertThat(ann.events()).containsExactly(new Resumed(0), new NameAccepted(ANN, true), new Resumed(4));
    }

    @Test
    void shouldTakeNoSecondKeyOnOneConnection() {
        Terminal ann = program();
        ann.type("@4 /setname ann", "/resume another-" + KEY + " 1", "@5 /all hi");
        assertThat(ann.events())
                .hasSize(4)
                .startsWith(new Resumed(0), new NameAccepted(ANN, true))
                .endsWith(new Said(LOBBY))
                .element(2)
                .isInstanceOf(Failure.class);
        ann.hangUp();
        assertThat(program().events()).containsExactly(new Resumed(5));
    }

    @Test
    void shouldKeepNoKeyUnderWhichNothingWasTaken() {
        chat.connectProgram().type(RESUME + 5, "/setname ann").hangUp();
        assertThat(chat.connectProgram().type(RESUME + 1).events())
                .as("the key is new again")
                .containsExactly(new Resumed(0));
    }

    @Test
    void shouldRememberAfterQuitToo() {
        Terminal first = program();
        first.type("@1 /setname ann", "@2 /quit");
        assertThat(program().events()).as("the goodbye may be lost on its way").containsExactly(new Resumed(2));
    }

    @Test
    void shouldNotTakeALineThatWasCutOff() {
        Terminal first = program();
        first.type("@1 /setname ann");
        first.send("@2 /all half a li").hangUp();
        Terminal second = program();
        assertThat(second.events()).containsExactly(new Resumed(1));
        assertThat(bob.lines()).noneMatch(line -> line.contains("half"));
    }

    @Test
    void shouldForgetAfterAQuarterOfAnHour() {
        program().type("@9 /ping").hangUp();
        chat.pass(15 * 60 * 1000 - 1);
        Terminal again = program();
        assertThat(again.events()).containsExactly(new Resumed(9));
        chat.pass(60 * 60 * 1000);
        assertThat(again.type(resume()).events()).as("while the session lives").containsExactly(new Resumed(9));
        again.hangUp();
        chat.pass(15 * 60 * 1000);
        assertThat(program().events()).containsExactly(new Resumed(0));
    }

    @Test
    void shouldNotLetALateConnectionEndTheOneThatCameAfterIt() {
        Terminal second = chat.connectProgram().type(RESUME + 2, "@1 /setname ann");
        Terminal first = chat.connectProgram().type(RESUME + 1, "/setname eve");
        assertThat(first.events()).containsExactly(new Goodbye(Goodbye.Reason.REPLACED));
        assertThat(second.type("/ping").events())
                .containsExactly(new Resumed(0), new NameAccepted(ANN, true), new Pong());

        second.hangUp();
        assertThat(chat.connectProgram().type(RESUME + 1).events())
                .containsExactly(new Goodbye(Goodbye.Reason.REPLACED));
        assertThat(chat.connectProgram().type(RESUME + 3).events()).containsExactly(new Resumed(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "0123456789abcde",
                "0123456789abcde/",
                "0123456789abcdef",
                "YOUR-OWN-SECRET 1",
                "0123456789abcdef 0",
                "0123456789abcdef more",
                "0123456789abcdef -1"
            })
    void shouldSayWhatAKeyIs(String key) {
        assertThat(chat.connectProgram().type("/resume " + key).events())
                .singleElement()
                .satisfies(event -> {
                    assertThat(((Failure) event).code()).isEqualTo(Failure.Code.BAD_ARGUMENTS);
                    assertThat(((Failure) event).sentence()).contains("KEY is a secret");
                });
        assertThat(chat.connectProgram()
                        .type("/resume " + "k".repeat(65) + " 1")
                        .events())
                .hasOnlyElementsOfType(Failure.class);
    }

    @Test
    void shouldBeForProgramsOnly() {
        assertThat(bob.type(resume()).lines()).containsExactly("Only programs resume: please send /format json first.");
    }

    private Terminal program() {
        return chat.connectProgram().type(resume());
    }

    private String resume() {
        return RESUME + ++connections;
    }

    /** What came but for news of the room. */
    private static List<Event> answers(Terminal program) {
        return program.events().stream()
                .filter(event -> !(event instanceof RoomEvent))
                .toList();
    }
}
