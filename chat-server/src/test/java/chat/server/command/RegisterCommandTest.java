package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.PasswordPrompt;
import chat.common.event.Registered;
import chat.common.event.Tip;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.CheapLogins;
import chat.server.account.Password;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RegisterCommandTest {
    private static final UserName ANN = UserName.of("ann");
    private static final String SHOWN = ", and press Enter. It is shown as you type.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldMakeANameOnesOwnInTwoSteps() {
        assertThat(ann.type("/register").lines())
                .containsExactly(
                        "* This connection is not encrypted: whoever sits in between can read your password."
                                + " An empty line gives up.",
                        "Please choose a password for ann" + SHOWN);
        assertThat(ann.type("correct horse").lines()).endsWith("Please type it once more for ann" + SHOWN);
        assertThat(ann.type("correct horse").lines())
                .containsExactly("The name ann is yours now. Next time, type /login ann");
        assertThat(chat.accounts().find(ANN)).isPresent();
        assertThat(ann.session().account())
                .isEqualTo(chat.accounts().find(ANN).orElseThrow().id());
        ann.type("/quit");
        Terminal eve = chat.connect();
        eve.lines();
        assertThat(eve.type("/setname ann").lines())
                .containsExactly("The name ann is taken. If it is yours, type /login ann."
                        + " Please choose another one: /setname NAME");
        assertThat(eve.type("/setname ɑnn").text()).contains("taken");
    }

    @Test
    void shouldTakeThePasswordInTheSameLine() {
        assertThat(ann.type("/register correct horse").lines())
                .containsExactly(
                        "* This connection is not encrypted: whoever sits in between can read your password.",
                        "The name ann is yours now. Next time, type /login ann");
        ann.type("/quit");
        assertThat(chat.connect().type("/login ann correct horse").text()).contains("you are ann, and have logged in");
    }

    @Test
    void shouldNotSayToTheRoomWhatIsTypedAsAPassword() {
        Terminal bob = chat.join("bob");
        ann.type("/register", "hello there", "/all hello there").lines();
        assertThat(bob.lines()).isEmpty();
        assertThat(chat.accounts().find(ANN)).as("they were not the same").isEmpty();
        ann.type("", "hello");
        assertThat(bob.lines()).containsExactly("ann: hello");
    }

    @Test
    void shouldSayWhatAPasswordMayBeAndAskAgain() {
        assertThat(ann.type("/register secret").lines()).endsWith(Password.RULE);
        assertThat(ann.type("hi").lines()).as("nothing is asked").isEmpty();
        assertThat(ann.type("/register", "short").lines())
                .endsWith(
                        Password.RULE,
                        "* An empty line gives up.",
                        "Please choose a password for ann, and press Enter. It is shown as you type.");
        assertThat(ann.type("correct horse", "correct horse").lines())
                .endsWith("The name ann is yours now. Next time, type /login ann");
    }

    @Test
    void shouldGiveUpWithAnEmptyLine() {
        ann.type("/register").lines();
        assertThat(ann.type("").lines()).containsExactly("* No password was typed, so nothing was done.");
        assertThat(chat.accounts().find(ANN)).isEmpty();
    }

    @Test
    void shouldNotWaitLongerThanAMinuteForAProgram() {
        Terminal bot = chat.joinProgram("bot");
        bot.type("/register").events();
        chat.pass(59_000);
        assertThat(bot.events()).isEmpty();
        chat.pass(1_000);
        assertThat(bot.events())
                .containsExactly(new Tip("No password was typed within a minute, so nothing was done."));
    }

    @Test
    void shouldRegisterOnce() {
        ann.type("/register correct horse").lines();
        assertThat(ann.type("/register correct horse").lines()).containsExactly("You have registered already, as ann.");
    }

    @Test
    void shouldNotRegisterANameThatIsSomebodysAlready() {
        CheapLogins.register(chat.accounts(), "ann", "whatever it is");
        assertThat(ann.type("/register correct horse").lines())
                .containsExactly("The name ann is registered already. If it is yours, type /login ann");
    }

    @Test
    void shouldNotRegisterANameThatLooksLikeThatOfAGuestWhoIsHere() {
        Terminal paul = chat.join("paul");
        Terminal eve = chat.join("p4ul");
        assertThat(eve.type("/register correct-horse").lines())
                .endsWith("The name p4ul looks like paul, who is here. Please choose another one with /setname NAME,"
                        + " or register it when they have left.");
        assertThat(chat.accounts().find(UserName.of("p4ul"))).isEmpty();
        paul.type("/quit");
        assertThat(eve.type("/register correct-horse").text()).contains("The name p4ul is yours now");
    }

    @Test
    void shouldSayWhenAnAddressRegistersTooMany() {
        for (int i = 0; i < 5; i++) {
            assertThat(chat.join("user" + i).type("/register correct horse").text())
                    .contains("yours now");
        }
        assertThat(ann.type("/register correct horse").text())
                .containsPattern(
                        "Many names have been registered from your address. Please wait 3\\d\\d seconds and try again.\n");
    }

    @Test
    void shouldNeedAName() {
        Terminal eve = chat.connect();
        eve.lines();
        assertThat(eve.type("/register correct horse").text()).startsWith("Please choose a name");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("@1 /register").received())
                .extracting(received -> received.tag())
                .containsExactly("1");
        assertThat(bot.type("/secret correct horse").events())
                .singleElement()
                .isInstanceOf(PasswordPrompt.class)
                .extracting(event -> ((PasswordPrompt) event).purpose())
                .isEqualTo(PasswordPrompt.Purpose.AGAIN);
        assertThat(bot.type("@3 /secret correct horse").received())
                .extracting(received -> received.tag(), received -> received.event())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("3", new Registered(UserName.of("bot"))));
        assertThat(bot.type("/secret correct horse").events())
                .containsExactly(new Failure(Failure.Code.BAD_ARGUMENTS, "No password is asked for at the moment."));
    }

    @Test
    void shouldNotRegisterANameThatAProgramNoLongerHas() {
        Terminal bot = chat.joinProgram("bot");
        bot.type("/register", "/secret correct horse", "/setname robot").events();
        assertThat(bot.type("/secret correct horse").events())
                .containsExactly(new Tip(
                        "Your name has changed since you were asked, so nothing was done. Please begin again."));
        assertThat(chat.accounts().find(UserName.of("bot"))).isEmpty();
        assertThat(chat.accounts().find(UserName.of("robot"))).isEmpty();
    }

    @Test
    void shouldNotSayThePasswordOfWhoHasLostTheirNameMeanwhile() {
        Terminal bob = chat.join("bob");
        ann.type("/register").lines();
        ann.session().identity().take(UserName.of("guest-1000"));
        chat.pass(1000);
        bob.lines();
        assertThat(ann.type("correct horse").text()).contains("Your name has changed since you were asked");
        assertThat(bob.lines()).isEmpty();
    }
}
