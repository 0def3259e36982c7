package chat.server.session;

import chat.common.event.Message;
import chat.common.event.RoomEvent;
import chat.common.event.Stamp;
import chat.server.room.NotKeptException;
import chat.server.room.Room;
import chat.server.session.Feed.Subscription;
import java.util.concurrent.CompletableFuture;

/** How a session speaks to its current room. On its event loop, once it is named. */
public final class Voice {
    private final Session session;
    private final Memberships rooms;

    /** Speaks for a session. */
    Voice(Session session, Memberships rooms) {
        this.session = session;
        this.rooms = rooms;
    }

    /**
     * Says something to the current room. The session is named.
     *
     * @param text what, printable
     * @return as {@link #tell} does
     */
    public CompletableFuture<Void> say(String text) {
        return tell(new Message(rooms.current().name(), session.name(), text));
    }

    /**
     * Says or does something in the current room. The session is named.
     *
     * @param event what
     * @return completed when the room has come far enough with its deliveries for more; until then, nothing more from
     *     this session
     */
    public CompletableFuture<Void> tell(RoomEvent event) {
        Room room = toldBy(event);
        room.tell(session, event);
        return room.whenReady();
    }

    /**
     * Says or does something in the current room, and asks what became of it. The session is named.
     *
     * @param event what
     * @return completed on any thread when the room has kept it, and has come far enough for more; with a
     *     {@link NotKeptException} if it could not be kept
     */
    public CompletableFuture<Stamp> tellStamped(RoomEvent event) {
        Room room = toldBy(event);
        CompletableFuture<Stamp> kept = room.tellStamped(session, event);
        if (event.isMessage()) {
            kept.whenComplete((stamp, refusal) -> {
                if (refusal != null) {
                    session.out().channel().eventLoop().execute(() -> notKept(room));
                }
            });
        }
        return kept.thenCombine(room.whenReady(), (stamp, now) -> stamp);
    }

    private Room toldBy(RoomEvent event) {
        Subscription subscription = rooms.subscription();
        if (event.isMessage()) {
            session.identity().back();
            subscription.willSay();
        }
        return subscription.room();
    }

    /** A message of the session to a room has not been kept. */
    void notKept(Room room) {
        rooms.subscription(room.name())
                .filter(subscription -> subscription.room().equals(room))
                .ifPresent(Subscription::hasNotSaid);
    }
}
