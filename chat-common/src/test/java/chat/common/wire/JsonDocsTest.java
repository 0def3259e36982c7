package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Followed;
import chat.common.event.Goodbye;
import chat.common.event.HistoryTold;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.PrivateMessage;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol's description says of each event what is written, no more and no less. */
class JsonDocsTest {
    private static final Path PROTOCOL = Path.of("..", "docs", "protocol.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private String text = "";

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(PROTOCOL));
        text = Files.readString(PROTOCOL);
    }

    @Test
    void shouldListTheFieldsOfEveryEvent() {
        Map<String, List<String>> written = new TreeMap<>();
        EventSamples.events().forEach(event -> {
            List<String> fields = fields(event);
            written.put(fields.get(0), fields.subList(1, fields.size()));
        });
        assertThat(column(2)).containsExactlyEntriesOf(written);
    }

    @Test
    void shouldTellWhatHasAPlaceAndATime() {
        Map<String, List<String>> stamped = new TreeMap<>();
        EventSamples.events().forEach(event -> stamped.put(fields(event).get(0), stamp(event)));
        assertThat(column(3)).containsExactlyEntriesOf(stamped);
    }

    @Test
    void shouldListEveryCodeAndReason() {
        assertThat(Failure.Code.values())
                .filteredOn(code -> code != Failure.Code.OTHER)
                .allSatisfy(code -> assertThat(text).contains("`" + code.wire() + "`"));
        assertThat(Goodbye.Reason.values())
                .allSatisfy(reason -> assertThat(text).contains("`" + reason.wire() + "`"));
    }

    private static List<String> stamp(Event event) {
        boolean leadsIntoARoom = event instanceof NameAccepted
                || event instanceof LoggedIn
                || event instanceof Joined
                || event instanceof Followed
                || event instanceof Left;
        if (event instanceof RoomEvent || event instanceof Said || event instanceof HistoryTold || leadsIntoARoom) {
            return List.of("id", "at");
        }
        return event instanceof PrivateMessage ? List.of("at") : List.of();
    }

    /** One column of the table of events, without what is in parentheses, by the event's name. */
    private Map<String, List<String>> column(int number) {
        Map<String, List<String>> column = new TreeMap<>();
        boolean inTable = false;
        for (String line : text.lines().toList()) {
            inTable = line.startsWith("| event | fields |") || (inTable && line.startsWith("|"));
            List<String> cells = Arrays.asList(line.split("\\|", -1));
            if (inTable && cells.get(1).contains("`")) {
                column.put(codes(cells.get(1)).get(0), codes(cells.get(number).replaceAll("\\(.*?\\)", "")));
            }
        }
        return column;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    /** The name of the event, then the names of its fields. */
    private static List<String> fields(Event event) {
        StringBuilder line = new StringBuilder();
        WireFormat.JSON.append(event, line);
        List<String> names = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(line.toString())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                names.add(name.equals("event") ? json.getText() : name);
                json.skipChildren();
            }
        } catch (IOException e) {
            throw new AssertionError(line.toString(), e);
        }
        return names;
    }
}
