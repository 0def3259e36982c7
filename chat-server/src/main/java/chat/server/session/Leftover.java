package chat.server.session;

/** Knows where lines that many share may be cut for one session, and reads on from there later. On its event loop. */
@FunctionalInterface
public interface Leftover {
    /**
     * Cuts lines of which fewer may wait to be sent than there are. What is cut off comes again when the session catches
     * up.
     *
     * @param sent how many bytes are sent already
     * @param most how many more may wait, about
     * @return where the cut is, in bytes; more than {@code sent}
     */
    int keep(int sent, int most);
}
