package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Keeping;

/** Somebody in a room. */
public interface Member {
    /** Tells members apart, whatever they are called; greater than {@link Draft#NOBODY}. */
    long id();

    /** What the member is called now. */
    UserName name();

    /**
     * What the member's words are kept with, so that they can be taken back: the same for everything that was written under
     * the same account or, without one, under the same name from the same address. Any thread.
     */
    default long mark() {
        return Draft.UNMARKED;
    }

    /**
     * The account that the member has logged in to, under which its words are kept; {@link Draft#UNREGISTERED} for none. Any
     * thread.
     */
    default long account() {
        return Draft.UNREGISTERED;
    }

    /** Whether the person is away, and has said so. Any thread. */
    default boolean isAway() {
        return false;
    }

    /**
     * The server cannot keep what is said any more, or can again. Any thread, does not wait.
     *
     * @param keeping which
     */
    default void told(Keeping keeping) {}

    /**
     * The member looks after a room from now on, since whoever did has left. Any thread.
     *
     * @param room which
     */
    default void looksAfter(RoomName room) {}

    /**
     * The journal could not keep what the member wrote: nobody has read it, and nobody will. Any thread, does not wait.
     *
     * @param room where
     * @param what what it was
     * @param why the reason, as in {@link Receipt#refused}
     */
    void notKept(Room room, Authored what, String why);
}
