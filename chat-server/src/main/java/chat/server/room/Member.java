package chat.server.room;

import chat.common.UserName;

/** Somebody in a room. */
public interface Member {
    /** Tells members apart, whatever they are called; greater than {@link Draft#NOBODY}. */
    long id();

    /** What the member is called now. */
    UserName name();

    /**
     * The journal could not keep what the member wrote: nobody has read it, and nobody will. Any thread, does not wait.
     *
     * @param room where
     * @param why the reason, as in {@link Receipt#refused}
     */
    void notKept(Room room, String why);
}
