package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import chat.server.room.Room;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has logged in twice is one person, in every list and every room. */
class SeveralConnectionsTest {
    private static final UserName ANN = UserName.of("ann");

    private final EmbeddedChat chat = new EmbeddedChat();
    private final Account account = chat.accounts().add(ANN, false).join();
    private Terminal bob;
    private Terminal telnet;
    private Terminal client;

    @BeforeEach
    void connectTwice() {
        bob = chat.join("bob");
        telnet = logIn("guest1");
        client = logIn("guest2");
        bob.text();
        telnet.text();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    /** Comes as a guest, and logs in then. */
    private Terminal logIn(String guest) {
        Terminal terminal = chat.join(guest);
        assertThat(terminal.session().identity().logIn(account)).isTrue();
        terminal.session().rooms().companions().meet();
        chat.pass(1000);
        terminal.text();
        return terminal;
    }

    @Test
    void shouldListThemOnce() {
        assertThat(bob.type("/allusers").lines()).containsExactly("2 people in lobby (* has logged in): ann*, bob");
    }

    @Test
    void shouldTellOthersThatTheyCameAndWentOnce() {
        Terminal third = logIn("guest3");
        assertThat(bob.lines()).containsExactly("* guest3 left");
        third.type("/quit");
        telnet.type("/quit");
        chat.pass(1000);
        assertThat(bob.lines()).isEmpty();
        client.type("/quit");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* ann left");
    }

    @Test
    void shouldShowThemTheirOwnWordsOnTheOtherConnection() {
        telnet.type("hello");
        assertThat(client.lines()).containsExactly("ann: hello");
        assertThat(bob.lines()).containsExactly("ann: hello");
        assertThat(telnet.lines()).isEmpty();
    }

    @Test
    void shouldBringPrivateMessagesToAllConnectionsAndCopiesOfTheirOwn() {
        bob.type("/private ann psst");
        assertThat(bob.lines()).containsExactly("Sent to ann.");
        assertThat(telnet.lines()).containsExactly("bob(private): psst");
        assertThat(client.lines()).containsExactly("bob(private): psst");

        telnet.type("/private bob yes?");
        assertThat(telnet.lines()).containsExactly("Sent to bob.");
        assertThat(client.lines()).containsExactly("* To bob(private): yes?");
        assertThat(bob.lines()).containsExactly("ann(private): yes?");
    }

    @Test
    void shouldNotLetThemWriteToThemselves() {
        assertThat(telnet.type("/private ann psst").lines())
                .containsExactly(
                        "That is your own name. Please type /private NAME TEXT with the name of somebody else.");
    }

    @Test
    void shouldTakeEveryConnectionToTheRoomsOfTheOthers() {
        telnet.type("/join staff");
        assertThat(client.lines())
                .containsExactly("* You have joined staff by another connection, so its lines come here, too.");
        assertThat(chat.rooms().find(new RoomName("staff")).orElseThrow().people())
                .isEqualTo(1);

        client.type("to the lobby, as before");
        assertThat(bob.lines()).containsExactly("ann: to the lobby, as before");
        telnet.text();
        Terminal third = logIn("guest3");
        bob.type("/join staff").type("good morning");
        chat.pass(1000);
        assertThat(third.lines()).contains("[staff] bob: good morning");
        assertThat(client.lines()).contains("[staff] bob: good morning");
    }

    @Test
    void shouldLeaveARoomOnEveryConnection() {
        telnet.type("/join staff");
        client.type("/room staff").text();
        telnet.type("/leave");
        assertThat(client.lines())
                .containsExactly("* You have left staff by another connection.", "What you type goes to lobby now.");
        client.type("here again");
        assertThat(bob.lines()).containsExactly("ann: here again");
    }

    @Test
    void shouldLookAfterTheirRoomByAnyConnection() {
        telnet.type("/join staff").text();
        bob.type("/join staff").text();
        telnet.type("/quit");
        assertThat(bob.lines()).doesNotContain("* You look after staff now: you may /lock and /unlock it.");
        assertThat(client.type("/room staff").type("/lock").text())
                .contains("Only whom you invite gets into staff now");
    }

    @Test
    void shouldMakeAConnectionThatTakesAnotherNameAGuest() {
        telnet.type("/setname zoe");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* zoe joined");
        assertThat(bob.type("/allusers").lines())
                .containsExactly("3 people in lobby (* has logged in): ann*, bob, zoe");
        assertThat(telnet.session().account()).isEqualTo(Account.NONE);
        client.type("/quit");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* ann left");
    }

    @Test
    void shouldMarkTheirWordsForPrograms() {
        Terminal program = chat.joinProgram("prog");
        bob.text();
        telnet.type("mine");
        bob.type("anybody's");
        assertThat(program.lines())
                .anyMatch(line -> line.contains("\"text\":\"mine\"") && line.endsWith("\"registered\":true}"))
                .anyMatch(line -> line.contains("\"text\":\"anybody's\"") && !line.contains("registered"));
    }

    @Test
    void shouldRegisterWhoHasTheNameAlready() {
        Terminal eve = chat.join("eve");
        Account hers = chat.accounts().add(UserName.of("eve"), false).join();
        bob.text();
        assertThat(eve.session().identity().logIn(hers)).isTrue();
        chat.pass(1000);
        assertThat(bob.lines()).as("nothing to tell").isEmpty();
        assertThat(bob.type("/allusers").lines())
                .containsExactly("3 people in lobby (* has logged in): ann*, bob, eve*");
    }

    @Test
    void shouldTakeTheirRoomsAlongWhenOneOfThemBecomesAGuest() {
        telnet.type("/join staff");
        bob.type("/join staff");
        client.type("/setname zoe");
        chat.pass(1000);
        bob.text();
        assertThat(client.session().identity().person().rooms())
                .containsExactlyInAnyOrderElementsOf(
                        telnet.session().identity().person().rooms());
        assertThat(bob.type("/whois zoe").text()).contains("lobby").contains("staff");
        telnet.type("/leave staff");
        assertThat(client.session().rooms().joined()).contains(new RoomName("staff"));
        assertThat(bob.type("/invite zoe").text()).contains("zoe is in staff already.");
    }

    @Test
    void shouldFollowWhoeverWasAGuestBefore() {
        client.type("/setname zoe", "/join staff");
        Account hers = chat.accounts().add(UserName.of("zoe"), false).join();
        assertThat(client.session().identity().logIn(hers)).isTrue();
        Terminal second = chat.connect();
        assertThat(second.session().identity().logIn(hers)).isTrue();
        second.session().rooms().companions().meet();
        assertThat(second.session().rooms().joined()).contains(new RoomName("staff"));
    }

    /** Each of them lives on an event loop of its own, and hears of the other's doing later. */
    @Test
    void shouldStayWhereOneOfThemHasJoinedAgainMeanwhile() {
        telnet.type("/join staff").text();
        client.text();
        bob.type("/join staff").text();
        Room staff = chat.rooms().find(new RoomName("staff")).orElseThrow();
        telnet.session().rooms().leave(staff);
        client.session().rooms().leave(staff);
        client.session().rooms().join(staff);
        chat.pass(1000);
        assertThat(client.session().rooms().joined()).contains(staff.name());
        assertThat(telnet.session().rooms().joined()).contains(staff.name());
    }

    @Test
    void shouldNotGoBackToWhereTheyHaveJustLeft() {
        telnet.type("/join staff").text();
        bob.type("/join staff").text();
        Room staff = chat.rooms().find(new RoomName("staff")).orElseThrow();
        telnet.session().rooms().leave(staff);
        client.type("/join other");
        chat.pass(1000);
        assertThat(client.session().rooms().joined()).doesNotContain(staff.name());
        assertThat(telnet.session().rooms().joined()).doesNotContain(staff.name());
    }

    @Test
    void shouldTellWhoLooksAfterARoomFromThenOn() {
        Terminal guest = chat.join("guest");
        guest.type("/join staff");
        bob.type("/join staff");
        telnet.type("/join staff");
        chat.pass(1000);
        bob.text();
        assertThat(guest.session().identity().logIn(account))
                .as("who is there already")
                .isTrue();
        chat.pass(1000);
        assertThat(bob.lines()).contains("* You look after staff now: you may /lock and /unlock it.");
    }
}
