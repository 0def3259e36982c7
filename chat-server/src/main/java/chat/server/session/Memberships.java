package chat.server.session;

import chat.common.UserName;
import chat.common.event.Stamp;
import chat.server.room.NotKeptException;
import chat.server.room.Room;
import chat.server.session.Feed.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The rooms that a session is in. On its event loop. */
public final class Memberships {
    private final Session session;
    private final Feed feed;
    private List<Subscription> subscriptions = List.of();

    /**
     * Begins without a room.
     *
     * @param session whose
     * @param feed delivers what rooms say
     */
    Memberships(Session session, Feed feed) {
        this.session = session;
        this.feed = feed;
    }

    /** The room that plain text goes to. The session is named. */
    public Room current() {
        return subscription().room();
    }

    private Subscription subscription() {
        return subscriptions.get(subscriptions.size() - 1);
    }

    /**
     * Joins a room and reads it from now on. The session is named.
     *
     * @param room which; not one it is in already
     */
    public void join(Room room) {
        List<Subscription> more = new ArrayList<>(subscriptions);
        more.add(feed.subscribe(session, room));
        subscriptions = List.copyOf(more);
        room.enter(session);
    }

    /**
     * Says something to the current room. The session is named.
     *
     * @param text what, printable
     * @return completed when the room has come far enough with its deliveries for more; until then, nothing more from
     *     this session
     */
    public CompletableFuture<Void> say(String text) {
        Subscription current = subscription();
        current.willSay();
        current.room().say(session, text);
        return current.room().whenReady();
    }

    /**
     * Says something to the current room, and asks what became of it. The session is named.
     *
     * @param text what, printable
     * @return completed on any thread when the room has kept it, and has come far enough for more; with a
     *     {@link NotKeptException} if it could not be kept
     */
    public CompletableFuture<Stamp> sayStamped(String text) {
        Subscription current = subscription();
        current.willSay();
        CompletableFuture<Stamp> kept = current.room().sayStamped(session, text);
        kept.whenComplete((stamp, refusal) -> {
            if (refusal != null) {
                session.out().channel().eventLoop().execute(current::hasNotSaid);
            }
        });
        return kept.thenCombine(current.room().whenReady(), (stamp, now) -> stamp);
    }

    /** A message of the session to one of them has not been kept. */
    void notKept(Room room) {
        for (Subscription subscription : subscriptions) {
            if (subscription.room().equals(room)) {
                subscription.hasNotSaid();
            }
        }
    }

    /** Tells them that the session has a new name. */
    void renamed(UserName before) {
        subscriptions.forEach(subscription -> subscription.room().renamed(session, before));
    }

    /** Writes what the rooms have said so far; whether nothing is left. */
    boolean catchUp() {
        boolean level = true;
        for (Subscription subscription : subscriptions) {
            level &= subscription.catchUp();
        }
        return level;
    }

    /** Leaves all of them; {@code tell} if the others are to know. */
    void leave(boolean tell) {
        List<Subscription> left = subscriptions;
        subscriptions = List.of();
        for (Subscription subscription : left) {
            subscription.cancel();
            if (tell) {
                subscription.room().exit(session);
            }
        }
    }
}
