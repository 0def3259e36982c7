package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.CommandHelp;
import chat.common.event.CommandList;
import chat.common.event.Event;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.common.event.Skipped;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.room.HeldStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that read JSON, among people who read text. */
class ProgramTest {
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final UserName BOT = UserName.of("bot");

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bot = chat.joinProgram("bot");

    @Test
    void shouldReadAConversationLineByLine() {
        ann.type("hi bot", "/private bot psst");
        bot.type("@1 /all hi ann", "/private ann psst yourself");
        ann.type("/setname anna", "/quit");
        chat.pass(2000);

        assertThat(bot.lines().stream().map(ProgramTest::withoutIdAndTime))
                .containsExactly(
                        "{'event':'message','room':'lobby','from':'ann','text':'hi bot',ID,AT}",
                        "{'event':'private','from':'ann','text':'psst',AT}",
                        "{'event':'said','room':'lobby',ID,AT,'tag':'1'}",
                        "{'event':'private-sent','to':'ann'}",
                        "{'event':'presence','room':'lobby','joined':[],'left':[],"
                                + "'renamed':[{'from':'ann','to':'anna'}],ID,AT}",
                        "{'event':'presence','room':'lobby','joined':[],'left':['anna'],'renamed':[],ID,AT}");
        assertThat(ann.lines())
                .containsExactly(
                        "Sent to bot.",
                        "bot: hi ann",
                        "bot(private): psst yourself",
                        "Name accepted: you are anna. Everyone in the room is told. /cmd lists the commands.",
                        "You have left the chat");
    }

    private static String withoutIdAndTime(String line) {
        return line.replace('"', '\'')
                .replaceFirst("'id':'[0-9a-z]+-\\d+'", "ID")
                .replaceFirst("'at':'\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z'", "AT");
    }

    @Test
    void shouldTellAuthorAndReadersTheSameIdAndTime() {
        Terminal other = chat.joinProgram("other");
        chat.pass(1234);
        Received said = bot.type("@a /all one").received().get(0);
        Received heard = other.received().get(0);

        assertThat(said.event()).isEqualTo(new Said(LOBBY));
        assertThat(said.tag()).isEqualTo("a");
        assertThat(heard.event()).isEqualTo(new Message(LOBBY, BOT, "one"));
        assertThat(heard.tag()).isNull();
        assertThat(heard.id()).isNotNull().isEqualTo(said.id());
        assertThat(heard.at()).isEqualTo(said.at()).isEqualTo(Instant.ofEpochMilli(chat.millis()));
    }

    @Test
    void shouldTellWhenAPrivateMessageCame() {
        ann.type("/private bot psst");
        assertThat(bot.received())
                .containsExactly(new Received(
                        new PrivateMessage(UserName.of("ann"), "psst"),
                        null,
                        Instant.ofEpochMilli(chat.millis()),
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@7 /all hi              | said",
                "@7 /all                 | failure",
                "@7 /private ann hi      | private-sent",
                "@7 /private zoe hi      | failure",
                "@7 /private bot hi      | failure",
                "@7 /private             | failure",
                "@7 /allusers            | users",
                "@7 /cmd                 | commands",
                "@7 /cmd all             | command",
                "@7 /cmd nonsense        | failure",
                "@7 /setname bot2        | name-accepted",
                "@7 /setname ann         | failure",
                "@7 /setname server      | failure",
                "@7 /nonsense            | failure",
                "@7 /                    | failure",
                "@7 /format json         | format",
                "@7 /format xml          | failure",
                "@7 /ping                | pong",
                "@7 /resume 0123456789abcdef 1 | resumed",
                "@7 /resume short        | failure",
                "@7 /quit                | goodbye",
                "@7 \t /ping             | pong",
                "@7 /PING                | pong"
            })
    void shouldGiveTheTagBackInTheAnswer(String line, String event) {
        List<String> lines = bot.type(line).lines();
        assertThat(lines)
                .filteredOn(answer -> answer.contains("\"tag\":\"7\"}"))
                .singleElement()
                .asString()
                .startsWith("{\"event\":\"" + event + "\"");
        assertThat(lines).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ann hi",
                "@ann",
                "@",
                "@ /ping",
                "@7",
                "@7 hi",
                "@7/ping",
                " @7 /ping",
                "@7: /ping",
                "@ä /ping",
                "@123456789012345678901234567890123 /ping",
                "@7 @8 /ping",
                "\"@7 /ping"
            })
    void shouldSayALineThatIsNotExactlyTagged(String line) {
        assertThat(bot.type(line).received()).singleElement().satisfies(answer -> {
            assertThat(answer.event()).isEqualTo(new Said(LOBBY));
            assertThat(answer.tag()).isNull();
        });
        assertThat(ann.lines()).containsExactly("bot: " + line);
    }

    @Test
    void shouldListTheCommandsOfProgramsToProgramsOnly() {
        CommandList list = (CommandList) bot.type("/cmd").events().get(0);
        assertThat(list.commands())
                .extracting(CommandHelp::usage)
                .contains("/all TEXT", "/format FORMAT", "/ping", "/resume KEY CONNECTION");
        assertThat(ann.type("/cmd").text()).doesNotContain("/format", "/ping", "/resume");
        assertThat(ann.type("/cmd resume").lines().get(0)).startsWith("/resume KEY CONNECTION - ");
        assertThat(ann.type("/pimg").text()).contains("did you mean /cmd?");
        assertThat(bot.type("/pimg").text()).contains("did you mean /ping?");
    }

    @Test
    void shouldTellAReaderThatIsBehindWhatItMissed() {
        bot.readSlowly();
        for (int i = 0; i < 5000; i++) {
            ann.type("message " + i + " " + "x".repeat(i % 50));
        }
        bot.read(700); // in the middle of a line
        ann.type("one more");
        assertThat(bot.waitingBytes()).isLessThan(20_000); // the small buffer, and one turn of reading from the log
        bot.startReading();
        chat.pass(1);

        List<Event> events = bot.events();
        long skipped = events.stream()
                .filter(Skipped.class::isInstance)
                .mapToLong(event -> ((Skipped) event).messages())
                .sum();
        List<Integer> heard = new ArrayList<>();
        events.stream()
                .filter(Message.class::isInstance)
                .map(event -> ((Message) event).text())
                .forEach(text -> {
                    if (text.startsWith("message ")) {
                        heard.add(Integer.valueOf(text.split(" ", 3)[1]));
                    }
                });
        assertThat(skipped).isPositive();
        assertThat(heard).isSorted().doesNotHaveDuplicates().hasSize((int) (5000 - skipped));
        assertThat(events.get(events.size() - 1)).isEqualTo(new Message(LOBBY, UserName.of("ann"), "one more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\",\"from\":\"ann\",\"text\":\"I resign",
                "{\"event\":\"goodbye\",\"reason\":\"server-stopped\",\"text\":\"\"}",
                "a\u2028{\"event\":\"pong\"}",
                "a\u0085{\"event\":\"pong\"}",
                "\u001b[2J\u202e\\",
                "😀 👩‍👩‍👧 漢字 e\u0301"
            })
    void shouldLetNobodyForgeAnEvent(String text) {
        ann.type(text, "/private bot " + text);
        assertThat(bot.text().split("\\R", -1)).hasSize(3).endsWith("");
        ann.type(text);
        assertThat(bot.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.class, message -> assertThat(message.from()).hasToString("ann"));
    }

    @Test
    void shouldConfirmWhenTheJournalHasKeptIt() {
        List<HeldStore> stores = new ArrayList<>();
        try (EmbeddedChat late = new EmbeddedChat(clock -> {
            stores.add(new HeldStore(clock));
            return stores.get(0);
        })) {
            Terminal zoe = late.join("zoe");
            Terminal program = late.joinProgram("program");
            HeldStore journal = stores.get(0);
            journal.keep();
            zoe.text();
            program.text();

            program.type("@1 /all one", "@2 /all two", "@3 /ping");
            assertThat(program.lines()).as("seen means kept").isEmpty();
            zoe.type("from zoe");
            late.pass(50);
            journal.keep();
            assertThat(program.events())
                    .containsExactly(new Message(LOBBY, UserName.of("zoe"), "from zoe"), new Said(LOBBY));
            journal.keep();
            List<Received> rest = program.received();
            assertThat(rest).extracting(Received::tag).containsExactly("2", "3");
            assertThat(rest.get(0).event()).isEqualTo(new Said(LOBBY));
            assertThat(rest.get(0).id()).isNotNull();
            assertThat(zoe.lines()).containsExactly("program: one", "program: two");

            program.type("@4 /all four", "@5 /quit");
            program.hangUp();
            journal.keep();
            assertThat(zoe.lines()).containsExactly("program: four");
            journal.keep();
            assertThat(zoe.lines()).containsExactly("* program left");
        }
    }

    @Test
    void shouldTellWhoIsHere() {
        Terminal eve = chat.join("eve");
        assertThat(bot.lines()).isEmpty();
        eve.type("/quit");
        assertThat(bot.events())
                .containsExactly(new Presence(LOBBY, List.of(), List.of(UserName.of("eve")), List.of()));
    }
}
