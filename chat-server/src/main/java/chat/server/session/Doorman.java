package chat.server.session;

import chat.server.room.Room;

/** Decides who may be in a room. Asked on the session's event loop, must not wait. */
@FunctionalInterface
public interface Doorman {
    /**
     * Whether somebody may be in a room.
     *
     * @param session who, by the name and the account that they have now
     * @param room which
     */
    boolean admits(Session session, Room room);
}
