package chat.server.session;

import chat.server.room.Room;

/** Brings to sessions what is new in rooms. Implemented by the delivery. */
public interface Feed {
    /**
     * Begins to deliver what comes from now on. On the session's event loop.
     *
     * @param session who reads
     * @param room what is read
     * @return the way to end it
     */
    Subscription subscribe(Session session, Room room);

    /** One session reading one room. All calls on the session's event loop. */
    interface Subscription {
        /** Which room. */
        Room room();

        /**
         * Whether this is the room that the session's plain text goes to: the others are named in front of their lines.
         * None is at first.
         */
        void setCurrent(boolean current);

        /** Whether the session has read everything, so that what is written next is in order. */
        boolean isLevel();

        /** Writes, without a flush, a part of what the session has not read yet. Others may have their turn then. */
        void catchUp();

        /** The session is about to say a message to the room, which it will not get back. */
        void willSay();

        /** A message that it was about to say has not been kept. */
        void hasNotSaid();

        /** The first entry of the room that was news for the session. */
        long since();

        /** The first entry of the room that the session has not been written yet. */
        long position();

        /** Keeps back everything until {@link #replay}: first comes what was said before. */
        void awaitReplay();

        /** Lets come what was said before, then what was said since. */
        void replay();

        /** Ends the delivery. */
        void cancel();
    }
}
