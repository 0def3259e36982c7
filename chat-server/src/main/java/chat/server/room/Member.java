package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;

/** Somebody in a room. */
public interface Member {
    /** Tells members apart, whatever they are called; greater than {@link Draft#NOBODY}. */
    long id();

    /** What the member is called now. */
    UserName name();

    /**
     * The member looks after a room from now on, since whoever did has left. Any thread.
     *
     * @param room which
     */
    default void looksAfter(RoomName room) {}
}
