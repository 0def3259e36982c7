package chat.client.link;

import chat.common.RoomName;
import chat.common.event.CurrentRoom;
import chat.common.event.Event;
import chat.common.event.Followed;
import chat.common.event.Joined;
import chat.common.event.Left;
import chat.common.event.Locked;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.Received;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which rooms we are, how far we have read each, and what opens them: what a link has to know to be there again on the
 * next connection as if nothing had happened. Learned from what the server tells. Not thread-safe.
 */
final class Whereabouts {
    /** How many ids of one's own words are remembered for each room. */
    private static final int MOST_OWN = 4096;

    /** A room that we are in. */
    static final class Place {
        private final RoomName room;
        private final Set<String> own = new LinkedHashSet<>();
        private @Nullable String read;
        private String key = "";

        private Place(RoomName room) {
            this.room = room;
        }

        RoomName room() {
            return room;
        }

        /** The id of the last entry that was told as news, or was there when we came; null if that is not known. */
        @Nullable
        String read() {
            return read;
        }

        /** Everything up to an entry has been told. */
        void read(String id) {
            read = id;
        }

        /** What opens it; empty if it needs nothing, or we do not know it. */
        String key() {
            return key;
        }

        /** Whether an entry is what we have said ourselves, as the server has told us already. */
        boolean isOwn(@Nullable String id) {
            return own.contains(id);
        }

        private void said(String id) {
            own.add(id);
            if (own.size() > MOST_OWN) {
                own.remove(own.iterator().next());
            }
        }
    }

    /** In the order in which we came. */
    private final Map<RoomName, Place> places = new LinkedHashMap<>();

    private RoomName current = RoomName.LOBBY;

    /** The rooms that we are in, or were when the connection was lost. */
    List<Place> places() {
        return List.copyOf(places.values());
    }

    boolean has(RoomName room) {
        return places.containsKey(room);
    }

    /** The room that what is typed goes to. */
    RoomName current() {
        return current;
    }

    /** The server tells something, which whoever uses the link is about to hear. */
    void learn(Received received) {
        Event event = received.event();
        String id = received.id();
        if ((event instanceof NameAccepted || event instanceof LoggedIn) && id != null) {
            if (places.isEmpty()) { // else we come back, and know where we were
                enter(RoomName.LOBBY, id);
            }
        } else if (event instanceof Joined joined) {
            enter(joined.room(), id);
        } else if (event instanceof CurrentRoom now) {
            goTo(now.room());
        } else if (event instanceof Left left) {
            places.remove(left.room());
            enter(left.current(), id);
        } else if (event instanceof Followed followed) {
            follow(followed, id);
        } else if (event instanceof Locked locked) {
            setKey(locked.room(), locked.key());
        } else if (event instanceof Said said && id != null && has(said.room())) {
            place(said.room()).said(id);
        } else if (event instanceof RoomEvent happened && id != null && !received.replay() && has(happened.room())) {
            place(happened.room()).read(id);
        }
    }

    /** Another connection of ours has gone there, and this one with it. */
    private void follow(Followed followed, @Nullable String id) {
        if (!followed.joined()) {
            places.remove(followed.room());
        } else {
            Place place = places.computeIfAbsent(followed.room(), Place::new);
            place.read = place.read == null ? id : place.read; // else we come back, and know how far we had read
        }
    }

    /** A line of ours was answered: who goes to a room with its key may need that again. */
    void answered(Line line, Received answer) {
        String[] words = line.arguments().split("\\s+", -1);
        if (answer.event() instanceof Joined joined && line.verb().equals("join") && words.length > 1) {
            setKey(joined.room(), words[1]);
        }
    }

    /** The server has done what a line says, though its answer was lost. */
    void repeated(Line line) {
        String[] words = line.arguments().split("\\s+", -1);
        RoomName room = RoomName.parse(words[0]).orElse(null);
        if (line.verb().equals("leave")) {
            leave(room == null ? current : room);
        } else if (room != null && (line.verb().equals("join") || line.verb().equals("room"))) {
            enter(room, null);
            if (words.length > 1) {
                setKey(room, words[1]);
            }
        }
    }

    /** We are not in a room any more. */
    void leave(RoomName room) {
        places.remove(room);
        if (current.equals(room)) {
            current = places.keySet().stream().reduce((first, last) -> last).orElse(RoomName.LOBBY);
        }
    }

    /** What is typed goes to a room that we are in. */
    void goTo(RoomName room) {
        enter(room, null);
    }

    private void enter(RoomName room, @Nullable String id) {
        Place place = places.computeIfAbsent(room, Place::new);
        if (place.read == null) {
            place.read = id;
        }
        current = room;
    }

    private void setKey(RoomName room, String key) {
        if (has(room)) {
            place(room).key = key;
        }
    }

    private Place place(RoomName room) {
        return Objects.requireNonNull(places.get(room));
    }
}
