package chat.server.command;

import chat.server.moderation.Roles;
import chat.server.room.Room;
import chat.server.session.Session;

/**
 * What those may not who look after a room only because they came first: anything that outlasts their stay by much, or reaches
 * back before it. Else an old room would belong for good to the first stranger who comes.
 */
final class Tenure {
    private Tenure() {}

    /** From when on somebody may remove what others have written, in milliseconds since the epoch. */
    static long reach(Roles roles, Session caller) {
        Room room = caller.rooms().current();
        return roles.isAppointed(caller, room) ? Long.MIN_VALUE : caller.rooms().since(room);
    }
}
