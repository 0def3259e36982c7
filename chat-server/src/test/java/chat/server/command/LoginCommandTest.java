package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.LoggedIn;
import chat.common.event.NameLost;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCommandTest {
    private static final String RIGHT = "correct horse";
    private static final String WRONG = "That name and password do not go together.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.connect();

    @BeforeEach
    void register() {
        CheapLogins.register(chat.accounts(), "alice", RIGHT);
        ann.lines();
    }

    @Test
    void shouldBeAWayIn() {
        Terminal bob = chat.join("bob");
        assertThat(ann.type("/login Alice").lines())
                .endsWith("Please type the password of Alice, and press Enter. It is shown as you type.");
        assertThat(ann.type(RIGHT).lines())
                .containsExactly("Name accepted: you are alice, and have logged in. Type something to say it to"
                        + " everyone; /cmd lists the commands.");
        chat.pass(1000);
        assertThat(bob.lines()).containsExactly("* alice joined");
    }

    @Test
    void shouldTakeThePasswordInTheSameLine() {
        assertThat(ann.type("/login alice " + RIGHT).text()).startsWith("Name accepted: you are alice");
    }

    @Test
    void shouldRenameAGuestWhoLogsIn() {
        Terminal bob = chat.join("bob");
        ann.type("/setname ann");
        chat.pass(1000);
        bob.lines();
        ann.lines();
        assertThat(ann.type("/login alice " + RIGHT).lines())
                .containsExactly("Name accepted: you are alice, and have logged in."
                        + " Everyone in the room is told. /cmd lists the commands.");
        assertThat(bob.lines()).containsExactly("* ann is now alice");
        assertThat(ann.type("/login alice " + RIGHT).lines()).containsExactly("* You have logged in as alice already.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login alice correct Horse", "/login nobody1 correct horse", "/login a1ice correct horse"})
    void shouldNotTellWhatWasWrong(String line) {
        assertThat(ann.type(line).lines()).containsExactly(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quit", "/all hello", "@7 /private bob hi", "hello"})
    void shouldTakeTheNextLineWhateverItLooksLike(String line) {
        Terminal bob = chat.join("bob");
        ann.type("/login alice").lines();
        assertThat(ann.type(line).lines()).startsWith(WRONG);
        assertThat(bob.lines()).isEmpty();
    }

    /** They type it again, whatever they read. */
    @Test
    void shouldAskAgainForAWrongPasswordAndThenNoMore() {
        Terminal bob = chat.join("bob");
        ann.type("/login alice").lines();
        assertThat(ann.type("wrong one").lines())
                .containsExactly(
                        WRONG,
                        "* An empty line gives up.",
                        "Please type the password of alice, and press Enter. It is shown as you type.");
        ann.type("wrong two").lines();
        assertThat(ann.type("wrong three").lines())
                .containsExactly(WRONG, "* No password is asked for any more. To try again, type the command again.");
        assertThat(bob.lines()).isEmpty();
        ann.type("/login alice", "wrong four").lines();
        assertThat(ann.type(RIGHT).text()).contains("you are alice");
    }

    @Test
    void shouldSayHowLongToWait() {
        for (int i = 0; i < 6; i++) {
            assertThat(ann.type("/login alice wrong one").lines()).containsExactly(WRONG);
        }
        assertThat(ann.type("/login alice " + RIGHT).lines())
                .containsExactly("Too many passwords were wrong lately. Please wait 2 seconds and try again.");
        chat.pass(2000);
        assertThat(ann.type("/login alice " + RIGHT).text()).startsWith("Name accepted");
    }

    @Test
    void shouldGiveTheNameBackToItsOwner() {
        Terminal bob = chat.join("bob");
        Terminal eve = chat.join("eve");
        CheapLogins.register(chat.accounts(), "eve", RIGHT);
        assertThat(ann.type("/login eve " + RIGHT).text()).startsWith("Name accepted: you are eve");
        chat.pass(1000);
        String guest = eve.session().name().toString();
        assertThat(guest).matches("guest-\\d{4}");
        assertThat(eve.lines())
                .contains("* The name eve is not yours: whoever has registered it, or one like it, has come. You are "
                        + guest + " now; to choose another name, type /setname NAME");
        assertThat(String.join("\n", bob.lines()))
                .contains("eve is now " + guest)
                .contains("eve joined");
        assertThat(chat.registry().find(UserName.of("eve")).orElseThrow().sessions())
                .containsExactly(ann.session());
    }

    @Test
    void shouldRenameWhoeverCameByTheNameWithDigitsForLettersBeforeItWasRegistered() {
        Terminal guest = chat.join("n1cky");
        Terminal other = chat.join("N1cky2");
        CheapLogins.register(chat.accounts(), "nicky", RIGHT);
        assertThat(ann.type("/login nicky " + RIGHT).text()).startsWith("Name accepted: you are nicky");
        chat.pass(1000);
        assertThat(guest.session().name().toString()).matches("guest-\\d{4}");
        assertThat(other.session().name()).hasToString("N1cky2");
    }

    @Test
    void shouldRenameNobodyForAnOwnerWhoIsBanned() {
        Terminal alike = chat.join("n1cky");
        CheapLogins.register(chat.accounts(), "nicky", RIGHT);
        House.operator(chat, "op").type("/ban nicky because spam");
        assertThat(ann.type("/login nicky " + RIGHT).text()).contains("banned");
        chat.pass(1000);
        assertThat(alike.session().name()).hasToString("n1cky");
    }

    @Test
    void shouldRenameWhoeverLooksLikeTheOwner() {
        Terminal bob = chat.join("bob");
        Terminal bot = chat.joinProgram("zoel");
        CheapLogins.register(chat.accounts(), "zoe1", RIGHT);
        assertThat(bot.session().name()).hasToString("zoel");
        assertThat(ann.type("/login zoe1 " + RIGHT).text()).startsWith("Name accepted: you are zoe1");

        UserName guest = bot.session().name();
        assertThat(guest.toString()).matches("guest-\\d{4}");
        assertThat(bot.events()).contains(new NameLost(UserName.of("zoel"), guest));
        assertThat(chat.registry().find(UserName.of("zoel"))).isEmpty();
        chat.pass(1000);
        assertThat(bob.text()).contains("zoel is now " + guest);
    }

    @Test
    void shouldLetOneComeByAnotherConnection() {
        ann.type("/login alice " + RIGHT).lines();
        ann.type("/join staff").lines();
        Terminal again = chat.connect();
        again.lines();
        assertThat(again.type("/login alice " + RIGHT).lines())
                .containsExactly(
                        "Name accepted: you are alice, and have logged in. Type something to say it to everyone;"
                                + " /cmd lists the commands.",
                        "* You have joined staff by another connection, so its lines come here, too.");
        assertThat(ann.type("/allusers lobby").lines()).containsExactly("1 person in lobby (* has logged in): alice*");
    }

    @Test
    void shouldSayHowItIsTyped() {
        assertThat(ann.type("/login").text()).startsWith("Please type /login [NAME] [PASSWORD]");
        assertThat(ann.type("/login *").text()).startsWith("This cannot be a name.");
    }

    @Test
    void shouldAskForThePasswordOfTheNameOneHas() {
        Terminal eve = chat.join("eve");
        CheapLogins.register(chat.accounts(), "eve", RIGHT);
        eve.type("/login").lines();
        assertThat(eve.type(RIGHT).text()).startsWith("Name accepted: you are eve, and have logged in.");
        assertThat(eve.session().account()).isPositive();
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.connectProgram();
        bot.type("/login alice").events();
        assertThat(bot.type("/secret").events()).as("gives up").hasSize(1);
        bot.type("/login alice").events();
        assertThat(bot.type("/secret wrong one").events())
                .containsExactly(new Failure(Failure.Code.WRONG_PASSWORD, WRONG));
        assertThat(bot.type("/login alice " + RIGHT).events())
                .isEqualTo(List.of(new LoggedIn(UserName.of("alice"), true)));
    }

    @Test
    void shouldNotLogInWhoHasLeft() {
        ann.type("/login alice").lines();
        ann.hangUp();
        assertThat(chat.registry().find(UserName.of("alice"))).isEmpty();
    }

    @Test
    void shouldLeaveTheRoomsFromWhichTheAccountIsBanned() {
        Terminal op = House.operator(chat, "op");
        op.type("/join staff");
        ann.type("/login alice " + RIGHT, "/join staff");
        op.type("/ban alice because spam");
        ann.type("/quit");

        Terminal guest = House.guestFrom(chat, "192.0.2.7", "somebody");
        guest.type("/join staff", "/leave lobby").lines();
        assertThat(guest.type("/login alice " + RIGHT).lines())
                .startsWith("Name accepted: you are alice, and have logged in. Everyone in the room is told."
                        + " /cmd lists the commands.")
                .anyMatch(line -> line.startsWith("You are banned from staff"))
                .anyMatch(line -> line.startsWith("You have left staff"));
        assertThat(guest.session().rooms().joined()).containsExactly(RoomName.LOBBY);
    }

    @Test
    void shouldTakeNobodyAlongIntoARoomFromWhichTheyAreBanned() {
        Terminal op = House.operator(chat, "op");
        op.type("/join staff");
        ann.type("/login alice " + RIGHT, "/join staff");
        op.type("/ban alice because spam");
        Terminal guest = House.guestFrom(chat, "192.0.2.7", "somebody");
        guest.type("/join staff").lines();
        guest.type("/login alice " + RIGHT).lines();
        assertThat(ann.session().rooms().joined()).containsExactly(RoomName.LOBBY);
        assertThat(guest.session().rooms().joined()).containsExactly(RoomName.LOBBY);
    }

    @Test
    void shouldNotTakeTheListsOfOneAccountAlongToAnother() {
        CheapLogins.register(chat.accounts(), "zoe", RIGHT);
        chat.join("bob");
        ann.type("/login alice " + RIGHT, "/ignore bob", "/notify carl");
        ann.type("/login zoe " + RIGHT).lines();
        assertThat(ann.type("/ignore").text()).doesNotContain("bob");
        assertThat(ann.type("/notify").text()).doesNotContain("carl");
        Terminal again = chat.connect();
        again.type("/login alice " + RIGHT).lines();
        assertThat(again.type("/ignore").text()).contains("bob");
    }
}
