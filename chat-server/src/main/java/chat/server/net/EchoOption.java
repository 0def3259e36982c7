package chat.server.net;

/**
 * Telnet's option ECHO (RFC 857) on our side, as RFC 1143 has it: to say that the server will show what is typed makes the
 * other side stop to show it, and nobody does. At most one of our wishes is underway at a time, so that the two sides
 * cannot drive each other round in circles.
 */
final class EchoOption {
    /** The option's number. */
    static final int NUMBER = 1;

    private enum State {
        NO,
        WANT_YES,
        YES,
        WANT_NO
    }

    private State state = State.NO;

    /** Whether the opposite of what is underway is wanted by now. */
    private boolean opposite;

    /**
     * Wants it on or off.
     *
     * @param on whether nothing that is typed should be seen
     * @return what to send: {@link TelnetFilter#WILL}, {@link TelnetFilter#WONT}, or -1 for nothing
     */
    int want(boolean on) {
        switch (state) {
            case NO -> {
                return on ? send(State.WANT_YES) : -1;
            }
            case YES -> {
                return on ? -1 : send(State.WANT_NO);
            }
            case WANT_YES -> opposite = !on;
            case WANT_NO -> opposite = on;
        }
        return -1;
    }

    /**
     * The other side has said DO or DONT.
     *
     * @param on whether it was DO
     * @return what to send, as above
     */
    int received(boolean on) {
        return switch (state) {
            case NO -> on ? TelnetFilter.WONT : -1; // nobody has asked for it
            case YES -> on ? -1 : refused();
            case WANT_YES -> on ? settled(State.YES, State.WANT_NO) : settled(State.NO, State.NO);
            case WANT_NO -> settled(State.NO, State.WANT_YES);
        };
    }

    /** Whether what is typed should be hidden, so that DO agrees to that and DONT does not. */
    boolean isAsked() {
        return state == State.WANT_YES || state == State.YES;
    }

    /** Whether the other side has agreed to hide what is typed, and does. */
    boolean isOn() {
        return state == State.YES;
    }

    private int refused() {
        state = State.NO;
        return TelnetFilter.WONT;
    }

    private int settled(State now, State otherwise) {
        boolean again = opposite;
        opposite = false;
        state = now;
        return again && otherwise != now ? send(otherwise) : -1;
    }

    private int send(State next) {
        state = next;
        return next == State.WANT_YES ? TelnetFilter.WILL : TelnetFilter.WONT;
    }
}
