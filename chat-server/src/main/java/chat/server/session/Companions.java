package chat.server.session;

import chat.common.RoomName;
import chat.common.event.CurrentRoom;
import chat.common.event.Followed;
import chat.common.event.Owner;
import chat.common.event.Stamp;
import chat.server.room.Room;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the sessions of one person in the same rooms. Which one is the current one is each session's own affair. On the
 * session's event loop.
 */
public final class Companions {
    private final Session session;
    private final Memberships rooms;
    private final SessionRegistry registry;

    /**
     * Begins.
     *
     * @param session whose
     * @param rooms its own
     * @param registry knows who may be where
     */
    Companions(Session session, Memberships rooms, SessionRegistry registry) {
        this.session = session;
        this.rooms = rooms;
        this.registry = registry;
    }

    /** Goes where the person is by other sessions, and takes those to where this one is. The session is named. */
    public void meet() {
        person().rooms().forEach(this::follow);
        for (RoomName room : List.copyOf(rooms.joined())) {
            rooms.find(room).ifPresent(this::lead);
        }
    }

    /** The session has joined a room: the others come after. */
    void lead(Room room) {
        Person person = person();
        if (registry.doorman().admits(session, room) && person.joined(room)) {
            person.others(session, other -> other.rooms().companions().follow(room));
        }
    }

    /** The session has left a room: so do the others. */
    void leave(Room room) {
        Person person = person();
        if (person.left(room)) {
            person.others(session, other -> other.rooms().companions().unfollow(room));
        }
    }

    private void follow(Room room) {
        boolean wanted = session.stage() == Stage.NAMED && person().isIn(room);
        if (!wanted
                || rooms.find(room.name()).isPresent()
                || rooms.size() >= Memberships.MOST
                || !registry.doorman().admits(session, room)) {
            return;
        }
        if (rooms.subscribe(room, false) != null) {
            session.send(new Followed(room.name(), true), rooms.horizon(room).before());
        }
    }

    /** Unless one of them has joined it again since. */
    private void unfollow(Room room) {
        if (session.stage() != Stage.NAMED
                || person().isIn(room)
                || rooms.size() < 2
                || rooms.find(room.name()).isEmpty()) {
            return;
        }
        boolean wasCurrent = rooms.current() == room;
        Stamp before = rooms.horizon(room).before();
        rooms.quit(room);
        session.send(new Followed(room.name(), false), before);
        if (wasCurrent) {
            session.send(new CurrentRoom(rooms.current().name()));
        }
    }

    /** The person looks after a room from now on, and reads so by each session. */
    void looksAfter(RoomName room) {
        tellOwner(session, room);
        session.identity().others(other -> tellOwner(other, room));
    }

    private static void tellOwner(Session session, RoomName room) {
        if (session.rooms().find(room).isPresent()) {
            session.send(new Owner(room));
        }
    }

    private Person person() {
        return Objects.requireNonNull(session.identity().person(), "no name yet");
    }
}
