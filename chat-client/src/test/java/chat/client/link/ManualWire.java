package chat.client.link;

import chat.client.net.Wire;
import chat.client.net.WireEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A connection whose other end is the test. */
final class ManualWire implements Wire {
    private final WireEvents events;
    private final Queue<String> written = new ArrayDeque<>();
    private final Queue<String> arrived = new ArrayDeque<>();
    private boolean full;
    private boolean closed;

    ManualWire(WireEvents events) {
        this.events = events;
    }

    @Override
    public boolean isWritable() {
        return !full && !closed;
    }

    @Override
    public void write(String line) {
        if (!closed) {
            written.add(line);
        }
    }

    @Override
    public void flush() {
        arrived.addAll(written);
        written.clear();
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** The next line that has arrived, or null. */
    @Nullable
    String next() {
        return arrived.poll();
    }

    /** All lines that have arrived since this was asked last. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(arrived);
        arrived.clear();
        return lines;
    }

    /** The connection is made. */
    void opens() {
        events.opened();
    }

    /** The server says something. */
    void says(String... lines) {
        for (String line : lines) {
            if (!closed) {
                events.line(line);
            }
        }
    }

    /** Takes nothing more, or does again. */
    void full(boolean now) {
        full = now;
        if (!now) {
            events.writable();
        }
    }

    void saysTooMuch() {
        events.lineTooLong();
    }

    /** It ends. */
    void ends(@Nullable Throwable cause) {
        if (!closed) {
            closed = true;
            events.closed(cause);
        }
    }
}
