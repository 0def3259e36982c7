package chat.server.session;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.ChangedHands;
import chat.server.room.Room;
import chat.server.session.Feed.Subscription;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rooms that a session is in, one of which is the current one. On its event loop. */
public final class Memberships {
    /** How many rooms one may be in. */
    public static final int MOST = 20;

    private final Session session;
    private final Companions companions;
    private final Feed feed;
    private final InstantSource clock;
    private final FormerBearers bearers;
    private final Map<Room, Long> since = new HashMap<>();

    /** In the order in which they were joined. */
    private List<Subscription> subscriptions = List.of();

    private @Nullable Subscription current;

    /** Which of them is the next to be caught up with. */
    private int turn;

    private boolean replay = true;

    /**
     * Begins without a room.
     *
     * @param session whose
     * @param feed delivers what rooms say
     * @param registry knows the time, who may be where, and who has had which name
     */
    Memberships(Session session, Feed feed, SessionRegistry registry) {
        this.session = session;
        this.companions = new Companions(session, this, registry);
        this.feed = feed;
        this.clock = registry.clock();
        this.bearers = registry.bearers();
    }

    /** The room that plain text goes to. The session is named. */
    public Room current() {
        return subscription().room();
    }

    /** The reader of it. */
    Subscription subscription() {
        return Objects.requireNonNull(current, "in no room yet");
    }

    /**
     * Since when the session is in a room, in milliseconds since the epoch.
     *
     * @param room one that it is in
     */
    public long since(Room room) {
        return since.getOrDefault(room, clock.millis());
    }

    /** How many rooms the session is in. */
    public int size() {
        return subscriptions.size();
    }

    /** The rooms in the order in which they were joined, but the current one last. */
    List<Room> inTurn() {
        return subscriptions.stream()
                .sorted(Comparator.comparing(subscription -> subscription == current))
                .map(Subscription::room)
                .toList();
    }

    /**
     * A room that the session is in.
     *
     * @param name which
     * @return the room, if the session is in it
     */
    public Optional<Room> find(RoomName name) {
        return subscription(name).map(Subscription::room);
    }

    /**
     * Where history ends for the session, and news begins.
     *
     * @param room one that the session is in
     */
    public Horizon horizon(Room room) {
        Subscription subscription = subscription(room.name()).orElseThrow();
        return new Horizon(room.ids(), subscription.since(), subscription.position(), clock.millis());
    }

    /**
     * Whether the session is shown, in rooms that it joins from now on, what was said there before. It is at first.
     *
     * @param wanted whether it is
     */
    public void setReplay(boolean wanted) {
        replay = wanted;
    }

    /** The names of the rooms that the session is in. */
    public List<RoomName> joined() {
        return subscriptions.stream().map(known -> known.room().name()).toList();
    }

    Optional<Subscription> subscription(RoomName name) {
        return subscriptions.stream()
                .filter(subscription -> subscription.room().name().equals(name))
                .findFirst();
    }

    /**
     * Joins a room, makes it the current one, and reads it from now on when {@link #replay} has been called: first what
     * was said before. The session is named.
     *
     * @param room which; not one it is in already
     * @return false if the room was forgotten just now, so that there may be a new one of its name
     */
    public boolean join(Room room) {
        return join(room, replay);
    }

    /**
     * Joins a room that the session's program was just in, so that it knows what was said before.
     *
     * @param room as with {@link #join}
     * @return as with {@link #join}
     */
    public boolean joinAgain(Room room) {
        return join(room, false);
    }

    private boolean join(Room room, boolean shown) {
        Subscription joined = subscribe(room, shown);
        if (joined == null) {
            return false;
        }
        switchTo(joined);
        companions.lead(room);
        tellIfAnother(room);
        return true;
    }

    /** Joins a room without making it the current one; null if it was forgotten just now. */
    @Nullable
    Subscription subscribe(Room room, boolean shown) {
        session.out().catchUp(); // what was said by now is still written as before
        Subscription joined = feed.subscribe(session, room);
        if (shown) {
            joined.awaitReplay();
        }
        if (!room.enter(session)) {
            joined.cancel();
            return null;
        }
        List<Subscription> more = new ArrayList<>(subscriptions);
        more.add(joined);
        subscriptions = List.copyOf(more);
        since.put(room, clock.millis());
        return joined;
    }

    /** The rooms of the person's other sessions. */
    public Companions companions() {
        return companions;
    }

    /** Shows what was said before the session came, in rooms where it has not read that yet. */
    public void replay() {
        subscriptions.forEach(Subscription::replay);
        if (subscriptions.stream().anyMatch(subscription -> !subscription.isLevel())) {
            session.out().send(this::catchUp);
        }
    }

    /**
     * Makes a room the current one.
     *
     * @param room one that the session is in
     */
    public void makeCurrent(Room room) {
        makeCurrent(subscription(room.name()).orElseThrow());
    }

    private void makeCurrent(Subscription next) {
        session.out().catchUp(); // as in join
        switchTo(next);
    }

    private void switchTo(Subscription next) {
        if (current != null) {
            current.setCurrent(false);
        }
        next.setCurrent(true);
        current = next;
    }

    /**
     * Leaves a room. If that was the current one, it is the one joined last from then on.
     *
     * @param room one that the session is in, and not the only one
     */
    public void leave(Room room) {
        quit(room);
        room.settings().left(session);
        companions.leave(room);
    }

    /** Leaves a room here only. */
    void quit(Room room) {
        Subscription left = subscription(room.name()).orElseThrow();
        session.out().catchUp();
        subscriptions = subscriptions.stream().filter(other -> other != left).toList();
        left.cancel();
        bearers.left(room.name(), session.name(), session.mark());
        since.remove(room);
        room.exit(session);
        if (current == left) {
            makeCurrent(subscriptions.get(subscriptions.size() - 1));
        }
    }

    /** Tells them that the session has a new name; under the one before it wrote with that mark. */
    void renamed(UserName before, long mark) {
        for (Subscription subscription : subscriptions) {
            Room room = subscription.room();
            room.renamed(session, before);
            if (!before.equals(session.name())) {
                bearers.left(room.name(), before, mark);
                tellIfAnother(room);
            }
        }
    }

    /** Behind the notice that they have come, or have taken the name. */
    private void tellIfAnother(Room room) {
        if (bearers.hadAnother(room.name(), session.name(), session.mark())) {
            room.tell(session, new ChangedHands(room.name(), session.name()));
        }
    }

    /**
     * Writes, without a flush, what the rooms have said so far, as far as the connection takes it. They have their turns,
     * so that none has to wait until a busy one is quiet.
     *
     * @return whether nothing is left
     */
    public boolean catchUp() {
        int level = 0;
        while (level < subscriptions.size()) {
            turn = turn < subscriptions.size() ? turn : 0;
            Subscription next = subscriptions.get(turn);
            if (next.isLevel()) {
                level++;
            } else if (session.out().isWritable()) {
                next.catchUp();
                level = 0;
            } else {
                return false; // this one begins the next time
            }
            turn++;
        }
        return true;
    }

    /** Leaves all of them; {@code tell} if the others are to know. */
    void leave(boolean tell) {
        List<Subscription> left = subscriptions;
        subscriptions = List.of();
        for (Subscription subscription : left) {
            subscription.cancel();
            bearers.left(subscription.room().name(), session.name(), session.mark());
            if (tell) {
                subscription.room().exit(session);
            }
        }
    }
}
