package chat.common.event;

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

        /** The line on the wire. Fixed: programs compare it byte for byte. */
        public String line() {
            return line;
        }
    }

    @Override
    public void writeText(TextLines out) {
        out.line(reason.line());
    }
}
