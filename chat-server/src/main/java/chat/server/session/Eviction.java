package chat.server.session;

import chat.common.event.Event;
import chat.common.event.Left;
import chat.server.room.Room;

/** Puts people out who do not go by themselves. Any thread. */
public final class Eviction {
    private Eviction() {}

    /**
     * Out of the server.
     *
     * @param session whom
     * @param why what they are told first
     * @param ending how their connection ends
     */
    public static void fromServer(Session session, Event why, Ending ending) {
        session.later(() -> {
            session.send(why);
            session.end(ending);
        });
    }

    /**
     * Out of a room; who was in no other one is in the lobby then.
     *
     * @param session whom; nothing happens if they are not there any more
     * @param why what they are told first
     * @param room out of which
     * @param lobby the lobby, which nobody is put out of
     */
    public static void fromRoom(Session session, Event why, Room room, Room lobby) {
        session.later(() -> {
            if (session.stage() != Stage.NAMED
                    || session.rooms().find(room.name()).isEmpty()) {
                return;
            }
            session.send(why);
            if (session.rooms().size() == 1) {
                session.rooms().join(lobby);
                session.rooms().replay();
            }
            session.rooms().leave(room);
            session.send(new Left(room.name(), session.rooms().current().name()));
        });
    }

    /**
     * Not out, but they are told.
     *
     * @param session whom
     * @param what they are told
     */
    public static void tell(Session session, Event what) {
        session.later(() -> session.send(what));
    }
}
