package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Here;
import chat.common.event.NotifyList;
import chat.common.event.Notifying;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NotifyCommandTest {
    private static final String HERE = "* zoe is here now.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");

    private Account register(String name) {
        return chat.accounts().add(UserName.of(name), false).join();
    }

    private Terminal come(String name) {
        Terminal terminal = chat.connect();
        terminal.type("/setname " + name);
        return terminal;
    }

    /** Comes without being a guest before. */
    private Terminal come(Account account) {
        Terminal terminal = chat.connect();
        assertThat(terminal.session().identity().logIn(account)).isTrue();
        terminal.session().rooms().join(chat.rooms().lobby());
        return terminal;
    }

    /** The lines about who has come, of all that somebody reads. */
    private List<String> here(Terminal terminal) {
        return terminal.lines().stream()
                .filter(line -> line.contains("is here now"))
                .toList();
    }

    @Test
    void shouldTellWhenSomebodyComes() {
        assertThat(ann.type("/notify Zoe").lines())
                .containsExactly("You are told when Zoe comes. To end that, type /unnotify Zoe");
        come("bob");
        Terminal zoe = come("zoe");
        assertThat(here(ann)).containsExactly(HERE);
        zoe.hangUp();
        come("zoe");
        assertThat(here(ann)).as("the next time, too").containsExactly(HERE);
    }

    @Test
    void shouldTellWhenSomebodyTakesTheName() {
        ann.type("/notify zoe").text();
        Terminal bob = come("bob");
        bob.type("/setname zoe");
        assertThat(here(ann)).containsExactly(HERE);
        bob.type("/setname ZOE");
        assertThat(here(ann)).isEmpty();
    }

    @Test
    void shouldTellOfARegisteredPersonOnceByHoweverManyConnections() {
        Account zoe = register("zoe");
        ann.type("/notify zoe").text();
        Terminal first = come(zoe);
        assertThat(here(ann)).containsExactly(HERE);
        Terminal second = come(zoe);
        assertThat(here(ann)).isEmpty();
        first.hangUp();
        come(zoe);
        assertThat(here(ann)).as("she was here all the time").isEmpty();
        assertThat(second.session().account()).isEqualTo(zoe.id());
    }

    @Test
    void shouldTellByAllConnectionsOfWhoeverWaits() {
        Account carl = register("carl");
        Terminal telnet = come(carl);
        Terminal client = come(carl);
        telnet.type("/notify zoe").text();
        client.text();
        come("zoe");
        assertThat(here(telnet)).containsExactly(HERE);
        assertThat(here(client)).containsExactly(HERE);
    }

    @Test
    void shouldSayWhoIsHereAlready() {
        Terminal zoe = come("zoe");
        ann.text();
        assertThat(ann.type("/notify zoe").lines())
                .containsExactly(
                        "zoe is here already. You are told when they come again. To end that, type /unnotify zoe");
        zoe.hangUp();
        come("zoe");
        assertThat(here(ann)).containsExactly(HERE);
    }

    @Test
    void shouldLastForRegisteredPeople() {
        Account carl = register("carl");
        come(carl).type("/notify zoe").hangUp();
        come("zoe").hangUp();
        Terminal again = come(carl);
        assertThat(again.type("/notify").text()).contains("You are told when these come: zoe\n");
        come("zoe");
        assertThat(here(again)).containsExactly(HERE);
    }

    @Test
    void shouldEndWithAGuest() {
        ann.type("/notify zoe").hangUp();
        Terminal again = chat.join("ann");
        assertThat(again.type("/notify").lines()).containsExactly("You wait for nobody to come.");
    }

    @Test
    void shouldKeepAGuestsListWhenTheyLogIn() {
        ann.type("/notify zoe").text();
        assertThat(ann.session().identity().logIn(register("anna"))).isTrue();
        ann.text();
        assertThat(ann.type("/notify").lines()).containsExactly("You are told when these come: zoe");
        come("zoe");
        assertThat(here(ann)).containsExactly(HERE);
    }

    @Test
    void shouldTakeFifty() {
        for (int i = 0; i < 50; i++) {
            ann.type("/notify person" + i).text();
        }
        assertThat(ann.type("/notify zoe").lines())
                .containsExactly("You wait for 50 people, and for no more can you. To end one, type /unnotify NAME");
        assertThat(ann.type("/notify person7").text()).startsWith("You are told when person7 comes.");
    }

    @Test
    void shouldSayForWhomOneCannotWait() {
        assertThat(ann.type("/notify ANN").lines()).containsExactly("That is your own name.");
        assertThat(ann.type("/notify *").text()).startsWith("This cannot be a name.");
    }

    @Test
    void shouldTellPrograms() {
        UserName zoe = UserName.of("zoe");
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/notify zoe", "/notify").events())
                .containsExactly(new Notifying(zoe, true, false), new NotifyList(List.of(zoe)));
        come("zoe");
        assertThat(bot.events()).contains(new Here(zoe));
    }
}
