package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Confirm;
import chat.common.event.Event;
import chat.common.event.Forgotten;
import chat.common.event.Message;
import chat.common.event.Received;
import chat.common.event.Removed;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import chat.server.account.CheapLogins;
import chat.server.mail.Mail;
import chat.server.session.Origin;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgetCommandTest {
    private static final UserName ANN = UserName.of("ann");

    @AutoClose
    private final EmbeddedChat chat = EmbeddedChat.withReplay(20);

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldSayWhatHappensFirst() {
        ann.type("one");
        bob.lines();
        assertThat(ann.type("/forget me").lines())
                .containsExactly(
                        "This removes for good what you have written as ann from this address, in all rooms,"
                                + " now and earlier, and your private messages that nobody has read yet. To do it type /forget me now");
        assertThat(bob.type("/history").text()).contains("ann: one");
    }

    @Test
    void shouldTakeBackWhatOneHasWritten() {
        ann.type("one", "/me waves", "/topic lunch").lines();
        bob.type("mine").lines();
        assertThat(ann.type("/forget me now").lines())
                .contains(
                        "* ann took back 3 lines",
                        "Removed for good: 3 lines in 1 room. What others have on their screens, and copies of this"
                                + " server's files, are not reached.");
        assertThat(bob.lines()).containsExactly("* ann took back 3 lines");

        assertThat(timeless(bob.type("/history").lines()))
                .containsExactly("[time] bob: mine", "[time] * ann took back 3 lines", "2 lines of lobby.");
        assertThat(bob.type("/search one").lines()).containsExactly("Nothing was found in your rooms.");
        assertThat(bob.type("/topic").lines()).containsExactly("There is no topic in lobby.");
        assertThat(timeless(chat.connect().type("/setname eve").lines()))
                .contains("[time] bob: mine")
                .noneMatch(line -> line.contains("ann: one") || line.contains("waves") || line.contains("lunch"));
    }

    @Test
    void shouldTellEveryRoomOnce() {
        ann.type("in the lobby", "/join staff", "in staff", "again");
        bob.lines();
        assertThat(ann.type("/forget me now").lines())
                .contains("[lobby] * ann took back 1 line", "* ann took back 2 lines")
                .last()
                .asString()
                .startsWith("Removed for good: 3 lines in 2 rooms.");
        assertThat(bob.lines()).containsExactly("* ann took back 1 line");
    }

    @Test
    void shouldTellProgramsWhichLines() {
        Terminal bot = chat.joinProgram("bot");
        ann.type("one", "two");
        bob.type("mine");
        ann.type("three");
        List<Received> said = bot.received();
        ann.type("/forget me now");
        assertThat(bot.events())
                .containsExactly(new Removed(
                        RoomName.LOBBY,
                        Optional.of(ANN),
                        ANN,
                        3,
                        List.of(
                                new Removed.Span(said.get(0).id(), said.get(1).id()),
                                new Removed.Span(said.get(3).id(), said.get(3).id())),
                        false));
        List<Event> missed = bot.type("/history after " + said.get(0).id()).events();
        assertThat(missed).hasSize(3);
        assertThat(missed.get(0)).isEqualTo(new Message(RoomName.LOBBY, UserName.of("bob"), "mine"));
        assertThat(missed.get(1)).isInstanceOf(Removed.class);
    }

    @Test
    void shouldAnswerPrograms() {
        Terminal bot = chat.joinProgram("bot");
        bot.type("/all one").events();
        assertThat(bot.type("/forget me").events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Confirm.class, confirm -> assertThat(confirm.command()).isEqualTo("/forget me now"));
        List<Received> answer = bot.type("@7 /forget me now").received();
        assertThat(answer).extracting(Received::event).contains(new Forgotten(1, 1, 0));
        assertThat(answer)
                .filteredOn(line -> line.event() instanceof Forgotten)
                .allMatch(line -> "7".equals(line.tag()));
    }

    @Test
    void shouldCoverTheNamesOfThisVisitAndEarlierVisits() {
        ann.type("as ann", "/setname anna", "as anna");
        ann.hangUp();
        chat.pass(1000);
        Terminal back = chat.join("ann");
        back.type("/setname anna", "again");
        bob.lines();
        assertThat(back.type("/forget me now").lines()).contains("* anna took back 3 lines");
        assertThat(bob.type("/history").text()).doesNotContain("as ann", "again");
    }

    @Test
    void shouldNotLetAStrangerWithTheNameTakeBackAnything() {
        Terminal eve = joinFrom("192.0.2.1", "eve");
        eve.type("mine");
        eve.hangUp();
        chat.pass(1000);
        Terminal stranger = joinFrom("192.0.2.2", "Eve");
        assertThat(stranger.type("/forget me now").lines())
                .containsExactly("There is nothing here that the server knows to be yours.");
        assertThat(bob.type("/history").text()).contains("eve: mine");

        stranger.hangUp();
        chat.pass(1000);
        assertThat(joinFrom("192.0.2.1", "EVE").type("/forget me now").lines()).contains("* EVE took back 1 line");
        assertThat(bob.type("/history").text()).doesNotContain("mine");
    }

    private Terminal joinFrom(String address, String name) {
        Terminal terminal = chat.connect();
        Origin.set(terminal.channel(), new InetSocketAddress(address, 4000));
        terminal.type("/setname " + name);
        chat.pass(1000);
        terminal.text();
        return terminal;
    }

    @Test
    void shouldTakeBackAndCountWhatWaitsForOthers() {
        Account zoe = CheapLogins.register(chat.accounts(), "zoe", "correct horse");
        ann.type("/private zoe one", "/private zoe two").lines();
        bob.type("/private zoe mine");
        assertThat(ann.type("/forget me now").lines())
                .containsExactly("Removed for good: 2 private messages that nobody has read. What others have on their"
                        + " screens, and copies of this server's files, are not reached.");
        assertThat(chat.mail().handOver(zoe.id(), 0, 100).join().mails())
                .extracting(Mail::text)
                .containsExactly("mine");

        ann.type("/private zoe three", "hello").lines();
        assertThat(ann.type("/forget me now").lines())
                .last()
                .asString()
                .startsWith("Removed for good: 1 line in 1 room and 1 private message that nobody has read.");
    }

    @Test
    void shouldSayWhatGoesOfWhoHasLoggedIn() {
        CheapLogins.register(chat.accounts(), "zoe", "correct horse");
        ann.type("/login zoe correct horse").lines();
        assertThat(ann.type("/forget me").text()).contains("what you have written as zoe, logged in, in all rooms");
    }

    @Test
    void shouldLeaveNoHoleInTheIds() {
        Terminal bot = chat.joinProgram("bot");
        ann.type("one", "two", "/forget me now");
        bob.type("news");
        List<String> ids = bot.received().stream().map(Received::id).toList();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        long first = number(ids.get(0));
        assertThat(ids).extracting(ForgetCommandTest::number).containsExactly(first, first + 1, first + 2, first + 3);
    }

    @Test
    void shouldNotReachWhoIsBehind() {
        bob.stopReading();
        for (int i = 0; i < 200; i++) {
            ann.type("secret " + i + " " + "x".repeat(1000));
        }
        ann.type("/forget me now");
        bob.startReading();
        List<String> lines = bob.lines();
        assertThat(lines).filteredOn(line -> line.contains("secret")).hasSizeLessThan(190);
        assertThat(lines).last().isEqualTo("* ann took back 200 lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " bob", " me later", " now"})
    void shouldSayHowItIsTyped(String words) {
        assertThat(ann.type("/forget" + words).text()).startsWith("Please type /forget me, for example: /forget me");
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\[\\d\\d:\\d\\d]", "[time]"))
                .toList();
    }
}
