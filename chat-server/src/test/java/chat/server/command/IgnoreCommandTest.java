package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.IgnoreList;
import chat.common.event.Ignoring;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IgnoreCommandTest {
    private static final UserName EVE = UserName.of("eve");

    @AutoClose
    private final EmbeddedChat chat = EmbeddedChat.withReplay(20);

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");
    private final Terminal eve = chat.join("eve");

    @Test
    void shouldReadNothingMoreOfSomebody() {
        assertThat(ann.type("/ignore EVE").lines())
                .containsExactly("You read nothing more of eve. To end that, type /unignore eve");
        bob.type("one");
        eve.type("psst", "/me waves");
        bob.type("two");
        assertThat(ann.lines()).containsExactly("bob: one", "bob: two");
        assertThat(bob.lines()).containsExactly("eve: psst", "-> eve waves");
    }

    @Test
    void shouldReadTheOthersOfARoundInWhichTheySpeak() {
        ann.type("/ignore eve").text();
        Terminal carl = chat.join("carl");
        ann.text();
        carl.send("a\nb\n");
        eve.send("x\ny\n");
        carl.send("c\n");
        ann.send("mine\n");
        carl.send("d\n");
        assertThat(ann.lines()).containsExactly("carl: a", "carl: b", "carl: c", "carl: d");
    }

    @Test
    void shouldNotReadThemUnderAnotherName() {
        ann.type("/ignore eve").text();
        eve.type("/setname mallory", "psst");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactly("* eve is now mallory");
        assertThat(ann.type("/unignore mallory").lines()).containsExactly("You read eve again.");
        eve.type("hello");
        assertThat(ann.lines()).containsExactly("mallory: hello");
    }

    @Test
    void shouldLeaveThemOutOfWhatWasSaid() {
        bob.type("release one");
        eve.type("release two, ann");
        ann.type("/ignore eve").text();
        assertThat(ann.type("/history").text()).contains("bob: release one").doesNotContain("eve: ");
        assertThat(ann.type("/search release").text())
                .contains("bob: release one")
                .doesNotContain("eve: ");
        assertThat(ann.type("/mentions 50").text()).doesNotContain("eve: ");
        bob.type("/join staff", "hi");
        eve.type("/join staff", "psst");
        assertThat(ann.type("/join staff").text()).contains("bob: hi").doesNotContain("psst");
    }

    @Test
    void shouldRefuseWhatTheyWriteToThePersonAlone() {
        ann.type("/ignore eve").text();
        assertThat(eve.type("/private ann psst").lines())
                .containsExactly("Not sent: ann has chosen not to read what you write.");
        assertThat(ann.lines()).isEmpty();
        assertThat(ann.type("/private eve hello").lines()).containsExactly("Sent to eve.");
    }

    @Test
    void shouldHoldForAnAccountWhereverTheyAre() {
        Account home = chat.accounts().add(UserName.of("anna"), false).join();
        Account bad = chat.accounts().add(UserName.of("mallory"), false).join();
        assertThat(eve.session().identity().logIn(bad)).isTrue();
        assertThat(ann.session().identity().logIn(home)).isTrue();
        ann.text();
        ann.type("/ignore mallory").text();
        ann.type("/quit").text();

        assertThat(eve.type("/private anna psst").lines())
                .as("while she is away, too")
                .containsExactly("Not sent: anna has chosen not to read what you write.");
        Terminal again = chat.join("guest");
        assertThat(again.session().identity().logIn(home)).isTrue();
        again.text();
        eve.type("hello");
        assertThat(again.lines()).isEmpty();
        assertThat(again.type("/ignore").lines()).containsExactly("You ignore: mallory");
    }

    @Test
    void shouldKeepAGuestsListWhenTheyLogIn() {
        ann.type("/ignore eve").text();
        assertThat(ann.session()
                        .identity()
                        .logIn(chat.accounts().add(UserName.of("anna"), false).join()))
                .isTrue();
        ann.text();
        eve.type("psst");
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldTakeAHundred() {
        for (int i = 0; i < 100; i++) {
            chat.accounts().add(UserName.of("person" + i), false).join();
            assertThat(ann.type("/ignore person" + i).text()).startsWith("You read nothing more");
        }
        assertThat(ann.type("/ignore eve").lines())
                .containsExactly("You ignore 100 people, and no more can be. To end one, type /unignore NAME");
    }

    @Test
    void shouldSayWhomItCannotIgnore() {
        assertThat(ann.type("/ignore zoe").lines()).containsExactly("User not found: zoe.");
        assertThat(ann.type("/ignore ann").lines()).containsExactly("That is your own name.");
        assertThat(ann.type("/ignore").lines()).containsExactly("You ignore nobody.");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/ignore eve", "/ignore").events())
                .containsExactly(new Ignoring(EVE, true), new IgnoreList(List.of(EVE)));
    }

    @Test
    void shouldGiveAGuestAListOfTheirOwn() {
        try (EmbeddedChat other = new EmbeddedChat()) {
            other.join("carl");
            other.join("dora");
            Terminal telnet = other.join("zoe");
            telnet.type("/register correct horse", "/ignore carl", "/notify eve")
                    .lines();
            telnet.type("/setname guest").lines();
            telnet.type("/ignore dora").lines();
            assertThat(telnet.type("/ignore").text()).contains("carl").contains("dora");
            assertThat(telnet.type("/notify").text()).contains("eve");
            Terminal client = other.connect();
            client.type("/login zoe correct horse").lines();
            assertThat(client.type("/ignore").text()).contains("carl").doesNotContain("dora");
        }
    }
}
