package chat.common.event;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The last line of a connection. A client closes its channel when it reads that it left or that the server stops.
 *
 * @param reason why the connection ends
 */
public record Goodbye(Reason reason) implements Event {
    /** Why a connection ends. */
    public enum Reason {
        /** The person typed {@code /quit}. */
        QUIT("You have left the chat"),
        /** No name was chosen in the time for it. */
        NO_NAME("You have not chosen a name in time, so this connection is closed. Please connect again."),
        /** More was written than the server takes, for too long. */
        FLOOD("You have written faster than this server takes lines for too long, so this connection is closed."),
        /** Somebody who keeps order has put the person out. */
        KICKED("You have been put out of this server, so this connection is closed."),
        /** The same, and they are kept out. */
        BANNED("You are banned from this server, so this connection is closed."),
        /** The same person has connected again, and the new connection has taken over. */
        REPLACED("You have connected again from elsewhere; this connection is closed"),
        /** The server stops. */
        SERVER_STOPPED("Server has been closed by host"),
        /** Something went wrong that never should. */
        SERVER_ERROR("The server made a mistake and has to close this connection. Please connect again.");

        private final String line;

        Reason(String line) {
            this.line = line;
        }

        /** The reason as programs read it: {@code server-stopped}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Reason of(String wire) {
            return Arrays.stream(values())
                    .filter(reason -> reason.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the field reason is wrong (expected: one that this version knows)"));
        }

        /** The line on the wire. Fixed: programs compare it byte for byte. */
        public String line() {
            return line;
        }
    }

    @Override
    public void writeText(TextLines out) {
        out.line(reason.line());
    }

    @Override
    public void writeJson(JsonFields out) throws IOException {
        out.event("goodbye").add("reason", reason.wire()).add("text", reason.line());
    }

    static Goodbye read(JsonObject in) {
        return new Goodbye(Reason.of(in.text("reason")));
    }
}
