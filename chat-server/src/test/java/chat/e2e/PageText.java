package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Action;
import chat.common.event.CurrentRoom;
import chat.common.event.Event;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Replayed;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import chat.common.event.Skipped;
import chat.common.event.TextLines;
import chat.common.event.TopicIs;
import chat.common.event.Users;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Turns what the page is sent into the lines that a terminal is sent: the words that come along with an event, or, where none
 * do, what the page makes of it. One line or several come in a message, none is cut. Thread-safe.
 */
final class PageText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    private String lineEnd = Person.CRLF;
    private RoomName current = RoomName.LOBBY;
    private String topic = "";

    /**
     * A person's lines end like what they have typed.
     *
     * @return what is sent instead: the page knows by a tag which topic it is that was set, and has its own words for that
     */
    synchronized String typed(String message) {
        lineEnd = message.endsWith(Person.CRLF) ? Person.CRLF : Person.LF;
        if (!message.startsWith("/topic ")) {
            return message;
        }
        topic = message.substring("/topic ".length()).strip();
        return "@topic " + message;
    }

    /** The lines of a message. */
    synchronized String of(String message) {
        if (!message.endsWith("\n")) {
            throw new AssertionError("a line that was cut: " + message);
        }
        StringBuilder text = new StringBuilder();
        for (String line : message.substring(0, message.length() - 1).split("\n", -1)) {
            lines(line).forEach(words -> text.append(words).append(lineEnd));
        }
        return text.toString();
    }

    private List<String> lines(String line) {
        Received received = received(line);
        Event event = received.event();
        List<String> own = text(event);
        List<String> words = words(line);
        if ((words == null) != saysItself(event)) {
            throw new AssertionError("words where the page has its own, or none where it has not: " + line);
        }
        List<String> lines = new ArrayList<>(words == null ? own : words);
        if (event instanceof Said said && "topic".equals(received.tag())) {
            lines.addAll(text(new TopicIs(said.room(), topic.equals("-") ? "" : topic)));
        }
        if (received.replay() && !lines.isEmpty()) {
            lines.set(0, "[" + TIME.format(at(received)) + "] " + lines.get(0));
        }
        RoomName room = room(event);
        if (room != null && !room.equals(current) && !lines.isEmpty()) {
            lines.set(0, "[" + room + "] " + lines.get(0));
        }
        follow(event);
        return lines;
    }

    private static Instant at(Received received) {
        return Objects.requireNonNull(received.at());
    }

    private static Received received(String line) {
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new AssertionError(line, e);
        }
    }

    /** What is in the field {@code words}; null without one. */
    private static List<String> words(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            List<String> words = null;
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWords = json.currentName().equals("words");
                json.nextToken();
                if (!isWords) {
                    json.skipChildren();
                    continue;
                }
                assertThat(words).as("only once in %s", line).isNull();
                words = new ArrayList<>();
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    words.add(json.getText());
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysItself(Event event) {
        return event instanceof Users
                || event instanceof Message
                || event instanceof Action
                || event instanceof PrivateMessage;
    }

    private static List<String> text(Event event) {
        StringBuilder text = new StringBuilder();
        event.writeText(new TextLines(text, "\n"));
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    private static RoomName room(Event event) {
        if (event instanceof RoomEvent happened) {
            return happened.room();
        }
        if (event instanceof Replayed replayed) {
            return replayed.room();
        }
        return event instanceof Skipped skipped ? skipped.room() : null;
    }

    private void follow(Event event) {
        if (event instanceof Joined joined) {
            current = joined.room();
        } else if (event instanceof CurrentRoom room) {
            current = room.room();
        } else if (event instanceof Left left) {
            current = left.current();
        }
    }
}
