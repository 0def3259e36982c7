package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Away;
import chat.common.event.AwayIs;
import chat.common.event.PrivateSent;
import chat.common.event.Tip;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwayCommandTest {
    private static final String BACK = "* You are not away any more.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    /** The same person by one more connection. */
    private Terminal logIn(String guest, Account account) {
        Terminal terminal = chat.join(guest);
        assertThat(terminal.session().identity().logIn(account)).isTrue();
        terminal.text();
        ann.text();
        bob.text();
        return terminal;
    }

    private Account register(String name) {
        return chat.accounts().add(UserName.of(name), false).join();
    }

    @Test
    void shouldTellEachAuthorOnce() {
        assertThat(bob.type("/away  lunch: soup ").lines())
                .containsExactly("* You are away until you say something or type /away: lunch: soup");
        assertThat(ann.lines()).as("rooms are not told").isEmpty();
        assertThat(ann.type("/private bob one").lines()).containsExactly("Sent to bob.", "* bob is away: lunch: soup");
        assertThat(ann.type("/private bob two").lines()).containsExactly("Sent to bob.");
        assertThat(bob.lines()).containsExactly("ann(private): one", "ann(private): two");
        Terminal eve = chat.join("eve");
        assertThat(eve.type("/msg bob three").lines()).containsExactly("Sent to bob.", "* bob is away: lunch: soup");
        assertThat(bob.lines()).containsExactly("eve(private): three");
    }

    @Test
    void shouldTellThemAgainTheNextTime() {
        bob.type("/away lunch").text();
        ann.type("/private bob one").text();
        assertThat(bob.type("/away").lines()).endsWith(BACK);
        assertThat(ann.type("/private bob two").lines()).containsExactly("Sent to bob.");
        bob.type("/away tea").text();
        assertThat(ann.type("/private bob three").lines()).containsExactly("Sent to bob.", "* bob is away: tea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "/all hello", "/me waves", "/private ann hello", "/reply hello"})
    void shouldEndWhenSomethingIsSaid(String line) {
        ann.type("/private bob hi").text();
        bob.type("/away lunch").text();
        assertThat(bob.type(line).lines()).startsWith(BACK);
        assertThat(bob.type(line).lines()).as("once").doesNotContain(BACK);
        ann.text();
        assertThat(ann.type("/private bob two").lines()).containsExactly("Sent to bob.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/allusers", "/topic tea", "/whois ann", "/private zoe hello", "/setname rob"})
    void shouldNotEndByAnythingElse(String line) {
        bob.type("/away lunch").text();
        assertThat(bob.type(line).lines()).doesNotContain(BACK);
        assertThat(ann.type("/private " + bob.session().name() + " two").text()).endsWith(" is away: lunch\n");
    }

    @Test
    void shouldBeOneStateOfAllConnections() {
        Account account = register("carl");
        Terminal telnet = logIn("guest1", account);
        Terminal client = logIn("guest2", account);
        telnet.text();
        telnet.type("/away lunch").text();
        assertThat(client.lines()).containsExactly("* You are away until you say something or type /away: lunch");
        assertThat(ann.type("/private carl hello").lines()).containsExactly("Sent to carl.", "* carl is away: lunch");
        client.text();
        telnet.text();

        client.type("hello").text();
        assertThat(telnet.lines()).contains(BACK);
        telnet.type("/away").lines();
        assertThat(ann.type("/private carl two").text()).endsWith("Sent to carl.\n");
    }

    @Test
    void shouldTellAnAuthorOnceByWhateverConnection() {
        Account account = register("carl");
        Terminal telnet = logIn("guest1", account);
        Terminal client = logIn("guest2", account);
        bob.type("/away lunch").text();
        assertThat(telnet.type("/private bob hello").text()).endsWith("* bob is away: lunch\n");
        assertThat(client.type("/private bob hello").text()).doesNotContain("is away");
    }

    @Test
    void shouldTellANewConnectionThatOneIsAway() {
        Account account = register("carl");
        logIn("guest1", account).type("/away lunch").text();
        Terminal again = chat.join("guest2");
        assertThat(again.session().identity().logIn(account)).isTrue();
        assertThat(again.text()).contains("* You are away until you say something or type /away: lunch\n");
        assertThat(again.type("/setname rob").lines()).as("somebody else").endsWith(BACK);
    }

    @Test
    void shouldSayHowLongItMayBe() {
        assertThat(bob.type("/away " + "🙂".repeat(201)).lines())
                .containsExactly(
                        "Please type /away [TEXT], for example: /away lunch  (TEXT has up to 200 characters.)");
        assertThat(bob.type("/away " + "🙂".repeat(200)).text()).startsWith("* You are away until");
    }

    @Test
    void shouldSayWhenNobodyIsAway() {
        assertThat(bob.type("/away").lines())
                .containsExactly("* You are not away. To tell others that you are, type /away TEXT");
    }

    @Test
    void shouldTellPrograms() {
        Terminal bot = chat.joinProgram("bot");
        assertThat(bot.type("/away", "/away lunch", "/away").events())
                .containsExactly(
                        new Tip("You are not away. To tell others that you are, type /away TEXT"),
                        new Away("lunch"),
                        new Away(""));
        bob.type("/away lunch").text();
        UserName name = UserName.of("bob");
        assertThat(bot.type("/private bob hello").events())
                .containsExactly(new PrivateSent(name), new AwayIs(name, "lunch"));
    }
}
