package chat.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Failure;
import chat.common.event.HistoryTold;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.Received;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCommandTest {
    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTellTheLastLines() {
        say(30);
        List<String> lines = timeless(bob.type("/history").lines());
        assertThat(lines).hasSize(21);
        assertThat(lines.get(0)).isEqualTo("[time] ann: text 10");
        assertThat(lines.get(19)).isEqualTo("[time] ann: text 29");
        assertThat(lines.get(20)).startsWith("20 lines of lobby. For more type /history before ");
        assertThat(bob.type("/history 2").lines()).hasSize(3);
    }

    @Test
    void shouldGoBackToTheBeginning() {
        say(130);
        String next = last(bob.type("/history 25").lines()).replaceFirst(".*For more type ", "");
        List<String> before = timeless(bob.type(next).lines());
        assertThat(before).hasSize(101).contains("[time] ann: text 5", "[time] ann: text 104");
        String first = last(before).replaceFirst(".*For more type ", "");
        assertThat(timeless(bob.type(first).lines()))
                .containsExactly(
                        "[time] ann: text 0",
                        "[time] ann: text 1",
                        "[time] ann: text 2",
                        "[time] ann: text 3",
                        "[time] ann: text 4",
                        "5 lines of lobby.");
    }

    @Test
    void shouldTellWhatWasSaidSinceAMoment() {
        ann.type("early");
        chat.pass(3_600_000);
        String now = chat.registry().times().of(chat.millis());
        ann.type("late");
        bob.lines();
        assertThat(timeless(bob.type("/history since " + now).lines()))
                .containsExactly("[time] ann: late", "1 line of lobby.");
    }

    @Test
    void shouldTellActionsAndTopicsButNotWhoCame() {
        ann.type("/me waves", "/topic lunch").lines();
        chat.join("eve");
        bob.lines();
        assertThat(timeless(bob.type("/history").lines()))
                .containsExactly("[time] -> ann waves", "[time] * ann set the topic: lunch", "2 lines of lobby.");
    }

    @Test
    void shouldSayWhenThereIsNothing() {
        ann.type("/join staff").lines();
        assertThat(ann.type("/history").lines()).containsExactly("There is nothing of that in the history of staff.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", "since", "since x", "since 25:00", "after", "before", "of x-1"})
    void shouldSayHowItIsTyped(String words) {
        assertThat(ann.type("/history " + words).text()).startsWith("Please type /history [WHICH], for example: ");
    }

    @Test
    void shouldTellNothingOfARoomThatOneIsNotIn() {
        ann.type("/join staff", "secret");
        Terminal bot = chat.joinProgram("bot");
        String id = ann.type("/history before "
                        + chat.rooms()
                                .find(new RoomName("staff"))
                                .orElseThrow()
                                .ids()
                                .of(1))
                .text();
        assertThat(id).doesNotContain("secret");
        String staffId =
                chat.rooms().find(new RoomName("staff")).orElseThrow().ids().of(1);
        for (String request :
                List.of("/history after " + staffId + " staff", "/history before " + staffId + " staff")) {
            assertThat(bot.type(request).events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(Failure.Code.NOT_IN_ROOM));
        }
        assertThat(bot.type("/history 100").text()).doesNotContain("secret");
    }

    @Test
    void shouldTellAProgramExactlyWhatItMissed() {
        Terminal bot = chat.joinProgram("bot");
        ann.type("one");
        String seen = bot.received().get(0).id();
        bot.hangUp();
        say(120);
        Terminal back = chat.joinProgram("bot");
        ann.type("news");
        assertThat(back.received()).hasSize(1);
        List<Received> missed = back.type("@9 /history after " + seen).received();
        assertThat(missed).hasSize(122).first().satisfies(left -> {
            assertThat(left.event()).isInstanceOf(Presence.class);
            assertThat(left.replay()).isTrue();
        });
        assertThat(missed.subList(1, 121))
                .allMatch(Received::replay)
                .extracting(received -> ((Message) received.event()).text())
                .isEqualTo(IntStream.range(0, 120).mapToObj(i -> "text " + i).toList());
        Received told = missed.get(121);
        assertThat(told.event()).isEqualTo(new HistoryTold(RoomName.LOBBY, 121, ""));
        assertThat(told.tag()).isEqualTo("9");
        assertThat(told.id())
                .as("what it reaches up to")
                .isEqualTo(missed.get(120).id());
    }

    @Test
    void shouldTellNothingAgainThatCameAsNews() {
        Terminal bot = chat.connectProgram();
        String before = bot.type("@1 /setname bot").received().get(0).id();
        say(3);
        assertThat(bot.lines()).hasSize(3);
        assertThat(bot.type("/history after " + before).events())
                .containsExactly(new HistoryTold(RoomName.LOBBY, 0, ""));
    }

    @Test
    void shouldTellAProgramFromWhereOnHistoryExists() {
        say(5000);
        Terminal bot = chat.joinProgram("bot");
        Received gone = bot.type("/history after " + chat.rooms().lobby().ids().of(1))
                .received()
                .get(0);
        assertThat(((Failure) gone.event()).sentence()).endsWith(" " + gone.id());
    }

    @Test
    void shouldSayFromWhereOnHistoryExists() {
        say(5000);
        Terminal bot = chat.joinProgram("bot");
        String old = chat.rooms().lobby().ids().of(1);
        Failure failure = (Failure) bot.type("/history after " + old).events().get(0);
        assertThat(failure.code()).isEqualTo(Failure.Code.HISTORY_GONE);
        String from = failure.sentence().replaceFirst(".* ", "");
        HistoryTold told = (HistoryTold) last(bot.type("/history after " + from).events());
        assertThat(told.count()).isEqualTo(HistoryCommand.MOST);
        assertThat(told.next()).startsWith("/history after ");
        assertThat(bot.type("/history after other-17").events()).first().isInstanceOf(Failure.class);
    }

    @Test
    void shouldReadOnlyWhatTheConnectionTakesWhileNewsGoOn() {
        say(200);
        bob.stopReading().type("/history 200", "/ping");
        ann.type("news");
        assertThat(bob.waitingBytes()).isLessThan(4000);
        bob.startReading();
        List<String> lines = timeless(bob.lines());
        assertThat(lines.stream().filter(line -> line.startsWith("[time] "))).hasSize(200);
        assertThat(lines.stream().filter("ann: news"::equals)).hasSize(1);
        assertThat(lines.get(lines.size() - 1))
                .as("what was typed later is answered later")
                .isEqualTo("pong");
    }

    @Test
    void shouldSayWhenWhatComesNextIsLetGoOfMeanwhile() {
        say(200);
        bob.stopReading().type("/history 200");
        IntStream.range(0, 5000).forEach(i -> ann.type("later " + i));
        bob.startReading();
        List<String> lines = bob.lines();
        assertThat(lines).filteredOn(line -> line.contains("200 lines")).isEmpty();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("The history of lobby does not go back to that."))
                .hasSize(1);
    }

    @Test
    void shouldEndWhenTheConnectionIsClosedMeanwhile() {
        say(200);
        bob.stopReading().type("/history 200");
        bob.hangUp();
        chat.pass(1000);
        assertThat(ann.type("/allusers").text()).contains("1 person in lobby: ann");
    }

    private void say(int count) {
        IntStream.range(0, count).forEach(i -> ann.type("text " + i));
        ann.lines();
        bob.lines();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\[\\d\\d:\\d\\d]", "[time]"))
                .toList();
    }
}
