package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.FuzzText;
import chat.common.PrintableText;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Stamp;
import chat.common.event.Tip;
import chat.common.event.Topic;
import chat.common.event.TopicIs;
import chat.testing.Harmless;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Any text at all, written in events, in every format. */
class EventLinesFuzzTest {
    private static final UserName ANN = UserName.of("ann");

    /** What some program takes for the end of a line, or a terminal obeys. */
    private static final String ENDS_LINES = "[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]";

    private record Written(String id, long atMillis) implements Stamp {}

    @DictionaryFile(resourcePath = "lines.dict")
    @FuzzTest
    void shouldStayOnOneLine(byte[] data) throws MalformedLineException {
        for (String text : FuzzText.of(data)) {
            String clean = PrintableText.clean(text);
            for (Event event : events(text)) {
                checkSecondLock(event, text);
            }
            for (Event event : events(clean)) {
                Harmless.check(written(WireFormat.TEXT_LF, event, clean, "\n"));
                Harmless.check(written(WireFormat.TEXT_CRLF, event, clean, "\r\n"));
                Harmless.check(written(WireFormat.TEXT_LF_ROOM, event, clean, "\n"));
                String line = written(WireFormat.JSON, event, clean, "\n");
                Harmless.check(line);
                assertThat(JsonLines.parse(line).event()).isEqualTo(event);
            }
        }
    }

    private static List<Event> events(String text) {
        return List.of(
                new Message(RoomName.LOBBY, ANN, text),
                new PrivateMessage(ANN, text),
                new Action(RoomName.LOBBY, ANN, text),
                new Topic(RoomName.LOBBY, ANN, text),
                new TopicIs(RoomName.LOBBY, text),
                new Tip(text),
                new Failure(Failure.Code.OTHER, text));
    }

    /** Text is clean before it is written. JSON stays one line even if once it were not. */
    private static void checkSecondLock(Event event, String text) throws MalformedLineException {
        String line = written(WireFormat.JSON, event, text, "\n");
        assertThat(line).as(() -> Harmless.escaped(text)).doesNotContainPattern(ENDS_LINES);
        Received back = JsonLines.parse(line);
        assertThat(back.event()).hasSameClassAs(event);
        assertThat(back.id()).isEqualTo(PrintableText.clean(text)).isEqualTo(back.tag());
    }

    private static String written(WireFormat format, Event event, String text, String end) {
        StringBuilder out = new StringBuilder();
        format.append(event, new Written(text, 0), text, out);
        String line = out.toString();
        assertThat(line).endsWith(end);
        return line.substring(0, line.length() - end.length());
    }
}
