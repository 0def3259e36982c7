package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.common.PrintableText;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.common.event.Stamp;
import chat.common.event.Tip;
import chat.common.event.Users;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read, line by line, and what they make of it. */
class JsonLinesTest {
    private static final UserName ANN = UserName.of("ann");

    private record TestStamp(String id, long atMillis) implements Stamp {}

    @ParameterizedTest
    @MethodSource("chat.common.wire.EventSamples#all")
    void shouldWriteOneObjectOnOneLine(Event event, String line) {
        assertThat(written(event)).isEqualTo(line + "\n");
    }

    @ParameterizedTest
    @MethodSource("chat.common.wire.EventSamples#events")
    void shouldReadBackWhatItWrote(Event event) throws MalformedLineException {
        assertThat(parsed(written(event))).isEqualTo(new Received(event, null, null, null));
    }

    @Test
    void shouldReadWhatAServerWritesThatDoesNotTellWhoIsAway() throws MalformedLineException {
        assertThat(parsed(quoted("{'event':'users','room':'lobby','names':['ann'],'registered':[]}"))
                        .event())
                .isEqualTo(new Users(RoomName.LOBBY, List.of(ANN)));
    }

    @Test
    void shouldHaveASampleOfEveryEvent() {
        Set<String> sampled = EventSamples.events()
                .map(event -> event.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(records(Event.class).map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(sampled);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(JsonLinesTest::records);
    }

    @ParameterizedTest
    @CsvSource({
        "1795343460123, 2026-11-22T10:31:00.123Z",
        "1795343460000, 2026-11-22T10:31:00.000Z",
        "0,             1970-01-01T00:00:00.000Z"
    })
    void shouldStampWhatHappensWithItsTimeAndPlace(long millis, String at) throws MalformedLineException {
        StringBuilder out = new StringBuilder();
        Message message = new Message(RoomName.LOBBY, ANN, "hi");
        WireFormat.JSON.append(message, new TestStamp("k3-17", millis), null, out);
        assertThat(out.toString())
                .isEqualTo(quoted("{'event':'message','room':'lobby','from':'ann','text':'hi','id':'k3-17','at':'" + at
                        + "'}\n"));
        assertThat(parsed(out.toString()))
                .isEqualTo(new Received(message, "k3-17", Instant.ofEpochMilli(millis), null));
    }

    @Test
    void shouldGiveNoIdToWhatIsInNoHistory() throws MalformedLineException {
        StringBuilder out = new StringBuilder();
        PrivateMessage message = new PrivateMessage(ANN, "psst");
        WireFormat.JSON.append(message, new TestStamp(null, 5), null, out);
        assertThat(parsed(out.toString())).isEqualTo(new Received(message, null, Instant.ofEpochMilli(5), null));
    }

    @Test
    void shouldGiveTheTagBackBehindEverythingElse() throws MalformedLineException {
        StringBuilder out = new StringBuilder();
        WireFormat.JSON.append(new Said(RoomName.LOBBY), new TestStamp("9", 5), "a-7_.B", out);
        assertThat(out.toString()).endsWith(quoted(",'tag':'a-7_.B'}\n"));
        assertThat(parsed(out.toString()).tag()).isEqualTo("a-7_.B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\\\"",
                "\\u0022",
                "','from':'bob",
                "\"}\n{\"event\":\"goodbye\",\"reason\":\"quit\"}",
                "{\"event\":\"message\",\"room\":\"lobby\",\"from\":\"bob\",\"text\":\"I resign\"}",
                "\u2028{\"event\":\"welcome\"}\u2029",
                "a\nb\rc\r\nd\u0085e\u000bf\fg\u0000h",
                "\u001b[2J\u001b]0;owned\u0007",
                "\u009b31m red",
                "\u202egnp.exe\u202c \u2066x\u2069 \u200fx",
                "👩‍👩‍👧‍👦 日本語 e\u0301 \ud83d\ude00",
                "</script><!--",
                "\t tab \t",
                " ",
                ""
            })
    void shouldKeepOneEventOnOneLineWhateverItsText(String hostile) throws MalformedLineException {
        for (Event event : new Event[] {
            new Message(RoomName.LOBBY, ANN, hostile),
            new PrivateMessage(ANN, hostile),
            new Tip(hostile),
            new Failure(Failure.Code.NOT_FOUND, hostile)
        }) {
            String line = written(event);
            assertThat(line.split("\\R", -1)).hasSize(2);
            assertThat(line).isEqualTo(PrintableText.clean(line.strip()) + "\n");
            Event back = parsed(line).event();
            assertThat(back).hasSameClassAs(event);
            assertThat(text(back)).isEqualTo(PrintableText.clean(hostile));
        }
    }

    private static String text(Event event) {
        if (event instanceof Message message) {
            return message.text();
        }
        if (event instanceof PrivateMessage message) {
            return message.text();
        }
        return event instanceof Tip tip ? tip.sentence() : ((Failure) event).sentence();
    }

    @Test
    void shouldLeaveOrdinaryTextReadable() {
        assertThat(written(new Tip("zoë says 日本語 😀 / it's"))).contains("zoë says 日本語 😀 / it's");
    }

    @Test
    void shouldMakeHarmlessWhatAStrangeServerSends() throws MalformedLineException {
        assertThat(parsed(quoted("{'event':'tip','text':'\\u001b[31m\\u202e red \\n'}"))
                        .event())
                .isEqualTo(new Tip(" red "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':'pong','new':true}",
                "{'new':{'a':[1,2.5e300,{'b':null}]},'event':'pong','more':[[]]}",
                "{'event':'pong','number':123456789012345678901234567890}",
                "  { 'event' : 'pong' }  "
            })
    void shouldIgnoreFieldsThatItDoesNotKnow(String line) throws MalformedLineException {
        assertThat(parsed(quoted(line)).event()).hasToString("Pong[]");
    }

    @Test
    void shouldReadAFailureWhoseCodeItDoesNotKnow() throws MalformedLineException {
        assertThat(parsed(quoted("{'event':'failure','code':'on-fire','text':'Sorry.','tag':'3'}")))
                .isEqualTo(new Received(new Failure(Failure.Code.OTHER, "Sorry."), null, null, "3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                        | no event (expected: a JSON object)",
                "ann: hi                                   | no JSON",
                "[]                                        | no event (expected: a JSON object)",
                "{'event':'pong'                           | no JSON",
                "{'event':'pong'} {'event':'pong'}         | something follows",
                "{'event':'pong'}x                         | no JSON",
                "{}                                        | the field event is wrong (expected: to be there)",
                "{'event':7}                               | the field event is wrong (expected: a text)",
                "{'event':null}                            | the field event is wrong (expected: to be there)",
                "{'event':'nonsense'}                      | the event nonsense is unknown",
                "{'event':'tip'}                           | the field text is wrong",
                "{'event':'tip','text':[]}                 | the field text is wrong (expected: a text)",
                "{'event':'pong','tag':7}                  | the field tag is wrong (expected: a text)",
                "{'event':'pong','at':'yesterday'}         | the field at is wrong (expected: a time)",
                "{'event':'resumed','last':'7'}            | the field last is wrong (expected: a whole number)",
                "{'event':'resumed','last':7.5}            | the field last is wrong (expected: a whole number)",
                "{'event':'resumed','last':99999999999999999999} | the field last is wrong",
                "{'event':'name-accepted','name':'ann','first':1} | (expected: true or false)",
                "{'event':'private-sent','to':'b b'}       | the field to is wrong (expected: a name)",
                "{'event':'users','room':'lobby','names':'ann'}   | the field names is wrong (expected: a list)",
                "{'event':'users','room':'lobby','names':[1]}     | the field names is wrong (expected: a text)",
                "{'event':'commands','commands':[1]}       | the field commands is wrong (expected: objects)",
                "{'event':'goodbye','reason':'whim'}       | the field reason is wrong",
                "{'a':[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]} | no JSON"
            })
    void shouldSayWhatIsWrongWithALine(String line, String reason) {
        assertThatExceptionOfType(MalformedLineException.class)
                .isThrownBy(() -> parsed(quoted(line)))
                .withMessageContaining(reason);
    }

    private static String quoted(String line) {
        return line.replace('\'', '"');
    }

    private static Received parsed(String line) throws MalformedLineException {
        return JsonLines.parse(line);
    }

    private static String written(Event event) {
        StringBuilder out = new StringBuilder();
        WireFormat.JSON.append(event, out);
        return out.toString();
    }
}
