package chat.client.script;

import chat.common.RoomName;
import chat.common.event.CurrentRoom;
import chat.common.event.Event;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.Received;
import chat.common.event.RoomEvent;
import chat.common.event.Stamp;
import chat.common.wire.WireFormat;
import java.io.PrintStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a script reads what the server tells. One thread, the link's, which waits for a reader that is slow. */
public abstract sealed class Output {
    /** Writes nothing. */
    public static final Output NONE = new Nothing();

    private Output() {}

    /**
     * Writes as people read.
     *
     * @param out where to; in UTF-8
     */
    public static Output text(PrintStream out) {
        return new Text(out);
    }

    /**
     * Writes one JSON object on each line.
     *
     * @param out where to; in UTF-8
     */
    public static Output json(PrintStream out) {
        return new Json(out);
    }

    /**
     * Writes an event.
     *
     * @param received what
     * @param tag what the program calls the line that it answers; null if it answers none, or one that has no name
     */
    abstract void event(Received received, @Nullable String tag);

    /** Writes a line of a server that speaks plain text. */
    abstract void plain(String line);

    /** Whether servers that speak plain text will do. */
    boolean takesPlainText() {
        return true;
    }

    /** Whether nobody reads it any more. */
    abstract boolean isBroken();

    private static final class Nothing extends Output {
        @Override
        void event(Received received, @Nullable String tag) {
            // nobody asked
        }

        @Override
        void plain(String line) {
            // nobody asked
        }

        @Override
        boolean isBroken() {
            return false;
        }
    }

    private static final class Text extends Output {
        private final PrintStream out;
        private RoomName current = RoomName.LOBBY;

        Text(PrintStream out) {
            this.out = out;
        }

        @Override
        void event(Received received, @Nullable String tag) {
            Event event = received.event();
            StringBuilder text = new StringBuilder();
            format(event).append(event, text);
            out.print(text);
        }

        /** As the server itself writes text: the current room is not named, the others are. */
        private WireFormat format(Event event) {
            if (event instanceof Joined joined) {
                current = joined.room();
            } else if (event instanceof CurrentRoom now) {
                current = now.room();
            } else if (event instanceof Left left) {
                current = left.current();
            }
            boolean elsewhere =
                    event instanceof RoomEvent happened && !happened.room().equals(current);
            return elsewhere ? WireFormat.TEXT_LF.withRoom() : WireFormat.TEXT_LF;
        }

        @Override
        void plain(String line) {
            out.print(line + "\n");
        }

        @Override
        boolean isBroken() {
            return out.checkError();
        }
    }

    private static final class Json extends Output {
        private final PrintStream out;

        Json(PrintStream out) {
            this.out = out;
        }

        @Override
        void event(Received received, @Nullable String tag) {
            StringBuilder line = new StringBuilder();
            Instant at = received.at();
            Stamp stamp = at == null ? null : new When(received.id(), at.toEpochMilli());
            WireFormat.JSON.append(received.event(), stamp, tag, line);
            out.print(line);
        }

        @Override
        void plain(String line) {
            // the run ends: see takesPlainText
        }

        @Override
        boolean takesPlainText() {
            return false;
        }

        @Override
        boolean isBroken() {
            return out.checkError();
        }
    }

    private record When(@Nullable String id, long atMillis) implements Stamp {}
}
