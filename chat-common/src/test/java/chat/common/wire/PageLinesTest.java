package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Event;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Stamp;
import chat.common.event.Tip;
import chat.common.event.Users;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The web page reads the JSON of programs, with the words that a terminal reads beside it. */
class PageLinesTest {
    private static final Message HELLO = new Message(RoomName.LOBBY, UserName.of("ann"), "hello");

    private record TestStamp(String id, long atMillis) implements Stamp {}

    @ParameterizedTest
    @MethodSource("chat.common.wire.EventSamples#events")
    void shouldHaveTheWordsOfTextBehindTheFieldsOfJson(Event event) throws IOException {
        String page = written(WireFormat.WEB, event);
        String program = written(WireFormat.JSON, event);
        assertThat(page.indexOf('\n')).isEqualTo(page.length() - 1);
        if (event instanceof Message
                || event instanceof Action
                || event instanceof PrivateMessage
                || event instanceof Users) { // whose names would come twice
            assertThat(page).isEqualTo(program);
        } else {
            assertThat(page).startsWith(program.substring(0, program.length() - 2) + ",\"words\":[");
            assertThat(words(page))
                    .isEqualTo(written(WireFormat.TEXT_LF, event).lines().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("chat.common.wire.EventSamples#events")
    void shouldHaveNoFieldTwice(Event event) throws IOException {
        assertThat(fields(written(WireFormat.WEB, event))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("chat.common.wire.EventSamples#events")
    void shouldBeReadLikeTheJsonOfPrograms(Event event) throws MalformedLineException {
        assertThat(JsonLines.parse(written(WireFormat.WEB, event).stripTrailing()))
                .isEqualTo(new Received(event, null, null, null));
    }

    @Test
    void shouldEscapeInWordsWhatJsonEscapes() throws IOException {
        String line = written(WireFormat.WEB, new Tip("say \"hi\" \\ </script> \u2028\u2029 ok"));
        assertThat(line).doesNotContain("\u2028", "\u2029").contains("\\\"hi\\\"");
        assertThat(words(line)).containsExactly("* say \"hi\" \\ </script> \u2028\u2029 ok");
    }

    @Test
    void shouldNotSayWhenOrWhereInWords() throws IOException {
        StringBuilder past = new StringBuilder();
        WireFormat.WEB.withRoom().appendPast(HELLO, new TestStamp("a-1", 0), "10:31", past);
        assertThat(past)
                .hasToString(
                        "{\"event\":\"message\",\"room\":\"lobby\",\"from\":\"ann\",\"text\":\"hello\",\"id\":\"a-1\","
                                + "\"at\":\"1970-01-01T00:00:00.000Z\",\"replay\":true}\n");
    }

    private static String written(WireFormat format, Event event) {
        StringBuilder line = new StringBuilder();
        format.append(event, line);
        return line.toString();
    }

    private static List<String> fields(String line) throws IOException {
        List<String> fields = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                fields.add(json.currentName());
                json.nextToken();
                json.skipChildren();
            }
        }
        return fields;
    }

    private static List<String> words(String line) throws IOException {
        List<String> words = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("words")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        words.add(json.getText());
                    }
                }
            }
        }
        return words;
    }
}
