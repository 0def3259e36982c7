package chat.common.wire;

import chat.common.event.Action;
import chat.common.event.Event;
import chat.common.event.EventReader;
import chat.common.event.JsonFields;
import chat.common.event.JsonObject;
import chat.common.event.Message;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Stamp;
import chat.common.event.TextLines;
import chat.common.event.Users;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes and reads the lines of {@code /format json}: one event is one object on one line. Any thread. */
public final class JsonLines {
    /** Deeper than any event; a parser of lines from a stranger must not recurse without end. */
    private static final int MAX_DEPTH = 16;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new SafeEscapes())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** Milliseconds always: programs may cut the time at fixed columns. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private JsonLines() {}

    /** Appends one line; {@code words} if it has those that text has, where they say more than the fields. */
    static void append(
            Event event,
            @Nullable Stamp stamp,
            @Nullable String tag,
            boolean replay,
            boolean words,
            StringBuilder out) {
        try (JsonGenerator json = JSON.createGenerator(new StringBuilderWriter(out))) {
            json.writeStartObject();
            JsonFields fields = new JsonFields(json);
            event.writeJson(fields);
            if (stamp != null) {
                String id = stamp.id();
                if (id != null) {
                    fields.add("id", id);
                }
                fields.add("at", TIME.format(Instant.ofEpochMilli(stamp.atMillis())));
                if (stamp.isRegistered()) {
                    fields.add("registered", true);
                }
            }
            if (replay) {
                fields.add("replay", true);
            }
            if (tag != null) {
                fields.add("tag", tag);
            }
            if (words && !saysItself(event)) {
                fields.add("words", words(event));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all of it stays in memory
        }
        out.append('\n');
    }

    /** Somebody's own words, and a list of names that may be as long as a room is big. */
    private static boolean saysItself(Event event) {
        return event instanceof Users
                || event instanceof Message
                || event instanceof Action
                || event instanceof PrivateMessage;
    }

    private static List<String> words(Event event) {
        StringBuilder text = new StringBuilder();
        event.writeText(new TextLines(text, "\n"));
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /**
     * Appends a line that is no event: files of a server have such lines between those of events.
     *
     * @param <T> what the line is about
     * @param object its fields
     * @param body writes them
     * @param out where the line is appended, with its line end
     */
    public static <T> void append(T object, JsonFields.Body<T> body, StringBuilder out) {
        try (JsonGenerator json = JSON.createGenerator(new StringBuilderWriter(out))) {
            json.writeStartObject();
            body.write(object, new JsonFields(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all of it stays in memory
        }
        out.append('\n');
    }

    /**
     * Reads one line.
     *
     * @param line one JSON object, without its line end
     * @return the event
     * @throws MalformedLineException if it is no event that this version knows, with the reason
     */
    public static Received parse(String line) throws MalformedLineException {
        return read(line, JsonLines::received);
    }

    /**
     * Reads a line that may be no event.
     *
     * @param <T> what it is read as
     * @param line one JSON object, without its line end
     * @param reader takes its fields; throws an {@link IllegalArgumentException} that says what was expected
     * @return what the reader makes of it
     * @throws MalformedLineException if it is no JSON, or the reader does not take it, with the reason
     */
    public static <T> T read(String line, Function<JsonObject, T> reader) throws MalformedLineException {
        try {
            return reader.apply(object(line));
        } catch (JsonProcessingException e) {
            throw new MalformedLineException("this is no JSON: " + e.getOriginalMessage());
        } catch (DateTimeException e) {
            throw new MalformedLineException("the field at is wrong (expected: a time)");
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot happen: all of it is in memory
        }
    }

    /**
     * The event that a line's fields are.
     *
     * @param object its fields
     * @return the event
     * @throws IllegalArgumentException if it is no event that this version knows, with the reason
     */
    public static Received received(JsonObject object) {
        String at = object.textIfAny("at");
        return new Received(
                EventReader.read(object),
                object.textIfAny("id"),
                at == null ? null : Instant.parse(at),
                object.textIfAny("tag"),
                object.flagIfAny("replay"));
    }

    private static JsonObject object(String line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("this is no event (expected: a JSON object)");
            }
            JsonObject object = new JsonObject(fields(json));
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something follows the event (expected: one on a line)");
            }
            return object;
        }
    }

    private static Map<String, Object> fields(JsonParser json) throws IOException {
        Map<String, Object> fields = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            Object value = value(json, json.nextToken());
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static List<Object> elements(JsonParser json) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            Object value = value(json, token);
            if (value != null) {
                elements.add(value);
            }
        }
        return elements;
    }

    /** What a token stands for; null for null, which is as good as missing. */
    private static @Nullable Object value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> fields(json);
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
