package chat.server.session;

import chat.common.UserName;
import chat.common.event.Stamp;
import chat.server.room.Room;
import chat.server.session.Feed.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The rooms that a session is in. On its event loop. */
final class Memberships {
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

    /** The room that plain text goes to. There is one. */
    Room currentRoom() {
        return current().room();
    }

    private Subscription current() {
        return subscriptions.get(subscriptions.size() - 1);
    }

    void join(Room room) {
        List<Subscription> more = new ArrayList<>(subscriptions);
        more.add(feed.subscribe(session, room));
        subscriptions = List.copyOf(more);
        room.enter(session);
    }

    CompletableFuture<Void> say(String text) {
        Subscription current = current();
        current.willSay();
        current.room().say(session, text);
        return current.room().whenReady();
    }

    CompletableFuture<Stamp> sayStamped(String text) {
        Subscription current = current();
        current.willSay();
        CompletableFuture<Stamp> kept = current.room().sayStamped(session, text);
        return kept.thenCombine(current.room().whenReady(), (stamp, now) -> stamp);
    }

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
