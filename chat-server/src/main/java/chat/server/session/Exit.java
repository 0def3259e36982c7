package chat.server.session;

import chat.common.event.Goodbye;

/**
 * The one exit of a session: out of its rooms, its name free again, and the connection let go as the ending says. Those
 * who have to know when nothing is left of the session ask here. On the channel's event loop.
 */
public final class Exit {
    private final Session session;
    private final SessionRegistry registry;
    private boolean needed;
    private Runnable afterwards = () -> {};

    /**
     * Has nothing to do yet.
     *
     * @param session who leaves here
     * @param registry knows all sessions
     */
    Exit(Session session, SessionRegistry registry) {
        this.session = session;
        this.registry = registry;
    }

    /** The session has begun, so it will have to end. */
    void open() {
        needed = true;
    }

    /** Lets the session go, which has ended just now. */
    void take(Ending ending) {
        needed = false;
        session.questions().close();
        try {
            sayGoodbye(ending);
            session.tags().leaves(session.rooms().inTurn());
            session.rooms().leave(ending != Ending.SERVER_STOPPED);
        } finally {
            registry.ended(session, ending);
            session.tags().leave(); // who comes back under its key finds the name free
            session.out().close(ending);
            afterwards.run();
        }
    }

    /** Writes the last line, and what its rooms said before it. */
    private void sayGoodbye(Ending ending) {
        Goodbye.Reason goodbye = ending.goodbye();
        if (goodbye != null) {
            String tag = ending == Ending.QUIT ? session.tags().answered() : null;
            session.out().write(new Goodbye(goodbye), null, tag);
        }
    }

    /**
     * Asks once for the session to go on for a while though its connection is closed, which only so many sessions may.
     *
     * @return whether it may
     */
    public boolean mayLinger() {
        return registry.linger(session);
    }

    /**
     * Runs something when nothing is left of the session of a closed connection: at once, if it has ended or never began.
     *
     * @param task what
     */
    public void whenTaken(Runnable task) {
        if (!needed) {
            task.run();
            return;
        }
        Runnable before = afterwards;
        afterwards = () -> {
            before.run();
            task.run();
        };
    }
}
