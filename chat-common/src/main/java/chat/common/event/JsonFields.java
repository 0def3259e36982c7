package chat.common.event;

import chat.common.RoomName;
import chat.common.UserName;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Where an event writes the fields of its JSON object. Not thread-safe. */
public final class JsonFields {
    /**
     * Writes the fields of an object.
     *
     * @param <T> what is written
     */
    @FunctionalInterface
    public interface Body<T> {
        /**
         * Writes them.
         *
         * @param object whose fields
         * @param out where to
         * @throws IOException if the writer cannot be written to
         */
        void write(T object, JsonFields out) throws IOException;
    }

    private final JsonGenerator out;

    /**
     * Begins to write into an object.
     *
     * @param out has begun an object
     */
    public JsonFields(JsonGenerator out) {
        this.out = out;
    }

    /** Tells which event it is: the first field of each. */
    JsonFields event(String name) throws IOException {
        return add("event", name);
    }

    /**
     * Adds a field.
     *
     * @param field its name
     * @param text its value, any text
     * @return this
     * @throws IOException if the writer cannot be written to
     */
    public JsonFields add(String field, String text) throws IOException {
        out.writeStringField(field, text);
        return this;
    }

    JsonFields add(String field, UserName name) throws IOException {
        return add(field, name.toString());
    }

    JsonFields add(String field, RoomName room) throws IOException {
        return add(field, room.toString());
    }

    /**
     * Adds a field.
     *
     * @param field its name
     * @param number its value
     * @return this
     * @throws IOException if the writer cannot be written to
     */
    public JsonFields add(String field, long number) throws IOException {
        out.writeNumberField(field, number);
        return this;
    }

    /**
     * Adds a field.
     *
     * @param field its name
     * @param flag its value
     * @return this
     * @throws IOException if the writer cannot be written to
     */
    public JsonFields add(String field, boolean flag) throws IOException {
        out.writeBooleanField(field, flag);
        return this;
    }

    /**
     * Adds a field.
     *
     * @param field its name
     * @param texts its values
     * @return this
     * @throws IOException if the writer cannot be written to
     */
    public JsonFields add(String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
        return this;
    }

    JsonFields addNames(String field, List<UserName> names) throws IOException {
        out.writeArrayFieldStart(field);
        for (UserName name : names) {
            out.writeString(name.toString());
        }
        out.writeEndArray();
        return this;
    }

    <T> JsonFields addObjects(String field, List<T> objects, Body<T> body) throws IOException {
        out.writeArrayFieldStart(field);
        for (T object : objects) {
            out.writeStartObject();
            body.write(object, this);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }
}
