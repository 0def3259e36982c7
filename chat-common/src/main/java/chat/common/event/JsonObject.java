package chat.common.event;

import chat.common.PrintableText;
import chat.common.RoomName;
import chat.common.UserName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, as an event reads them. Text comes out printable, whatever the other side sent: an event
 * holds nothing that could harm a terminal. Every method throws an {@link IllegalArgumentException} that names the field
 * if it is missing or is something else.
 */
public final class JsonObject {
    private final Map<?, ?> fields;

    /**
     * Takes what a parser has read.
     *
     * @param fields strings, numbers, Booleans, lists of these, and maps of these by their names
     */
    public JsonObject(Map<?, ?> fields) {
        this.fields = fields;
    }

    /**
     * A text.
     *
     * @param field its name
     * @return printable text
     */
    public String text(String field) {
        return printable(field, value(field));
    }

    /**
     * A text that may be missing.
     *
     * @param field its name
     * @return printable text, or null if there is no such field
     */
    public @Nullable String textIfAny(String field) {
        return fields.get(field) == null ? null : text(field);
    }

    /**
     * Something that is so only if it is said.
     *
     * @param field its name
     * @return whether there is such a field, and it is true
     */
    public boolean flagIfAny(String field) {
        return fields.get(field) != null && flag(field);
    }

    UserName name(String field) {
        return name(field, value(field));
    }

    /**
     * The name of a room.
     *
     * @param field its name
     * @return the room
     */
    public RoomName room(String field) {
        return RoomName.received(text(field)).orElseThrow(() -> wrong(field, "the name of a room"));
    }

    /**
     * A whole number.
     *
     * @param field its name
     * @return the number
     */
    public long number(String field) {
        Number number = as(Number.class, field, value(field), "a whole number");
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        throw wrong(field, "a whole number");
    }

    int count(String field) {
        long number = number(field);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong(field, "0 to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    boolean flag(String field) {
        return as(Boolean.class, field, value(field), "true or false");
    }

    List<UserName> names(String field) {
        return list(field).stream().map(value -> name(field, value)).toList();
    }

    /** Names that may be missing: none, then. */
    List<UserName> namesIfAny(String field) {
        return fields.get(field) == null ? List.of() : names(field);
    }

    <T> List<T> objects(String field, Function<JsonObject, T> read) {
        return list(field).stream()
                .map(value -> read.apply(new JsonObject(as(Map.class, field, value, "objects"))))
                .toList();
    }

    private List<?> list(String field) {
        return as(List.class, field, value(field), "a list");
    }

    private Object value(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw wrong(field, "to be there");
        }
        return value;
    }

    private static String printable(String field, Object value) {
        return PrintableText.clean(as(String.class, field, value, "a text"));
    }

    private static UserName name(String field, Object value) {
        return UserName.received(printable(field, value)).orElseThrow(() -> wrong(field, "a name"));
    }

    private static <T> T as(Class<T> type, String field, Object value, String expected) {
        if (!type.isInstance(value)) {
            throw wrong(field, expected);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException wrong(String field, String expected) {
        return new IllegalArgumentException("the field " + field + " is wrong (expected: " + expected + ")");
    }
}
