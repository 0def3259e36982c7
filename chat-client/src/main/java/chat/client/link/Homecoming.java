package chat.client.link;

import chat.client.link.Whereabouts.Place;
import chat.client.net.Wire;
import chat.common.RoomName;
import chat.common.event.Event;
import chat.common.event.Followed;
import chat.common.event.Joined;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.Received;
import chat.common.event.Replayed;
import chat.common.event.RoomEvent;
import chat.common.event.Skipped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way from a new connection back to where the lost one was: into the rooms that the server has not put us into by
 * itself, then through what was told in each of them meanwhile. News of rooms wait until then, so that nothing comes out of
 * order; so do lines, since they are meant for the room that was the current one. One for each connection but the first; on
 * the link's thread.
 */
final class Homecoming {
    /**
     * What the server is asked.
     *
     * @param about the room whose history it tells then; null for none
     */
    private record Question(String command, @Nullable Place about, Consumer<Received> answer) {
        Question(String command, Consumer<Received> answer) {
            this(command, null, answer);
        }
    }

    private final Conversation conversation;
    private final Wire wire;
    private final Luggage luggage;
    private final Whereabouts rooms;
    private final CatchUp catchUp;

    /** How far rooms were when we came back to them. */
    private final Map<RoomName, String> back = new HashMap<>();

    private final LostRooms lost = new LostRooms();
    private final Deque<Runnable> phases = new ArrayDeque<>();
    private final Deque<Question> questions = new ArrayDeque<>();
    private final List<Received> news = new ArrayList<>();
    private @Nullable Question asked;
    private boolean begun;
    private boolean home;
    private String tag = "";
    private long tags;

    Homecoming(Conversation conversation, Wire wire, Luggage luggage) {
        this.conversation = conversation;
        this.wire = wire;
        this.luggage = luggage;
        this.rooms = luggage.whereabouts();
        this.catchUp = new CatchUp(conversation, luggage);
    }

    /** Whether we have a name again, which is where it begins. */
    boolean isBegun() {
        return begun;
    }

    /** Whether we are there. */
    boolean isHome() {
        return home;
    }

    /** The server tells something; whether that is nobody else's business for now. */
    boolean take(Received received) {
        if (home) {
            return false;
        }
        Event event = received.event();
        String id = received.id();
        if ((event instanceof NameAccepted || event instanceof LoggedIn) && id != null) {
            back.put(RoomName.LOBBY, id);
        }
        if (received.tag() != null) {
            return received.tag().equals(tag) && answered(received);
        }
        if (event instanceof Joined joined) {
            cameBack(joined.room(), id);
            return true;
        }
        if (event instanceof Followed followed && followed.joined() && rooms.has(followed.room())) {
            cameBack(followed.room(), id); // where another connection of ours has stayed
            return true;
        }
        if (received.replay() && event instanceof RoomEvent told) {
            catchUp.take(told, received); // else it is what we know already, from a server that cannot do without
            return true;
        }
        boolean waits = event instanceof RoomEvent || event instanceof Skipped;
        if (waits) {
            news.add(received);
        }
        return waits || event instanceof Replayed;
    }

    private void cameBack(RoomName room, @Nullable String id) {
        back.put(room, id == null ? "" : id);
    }

    /**
     * We have a name.
     *
     * @param whenHome what to do when everything is as it was
     */
    void begin(Runnable whenHome) {
        begun = true;
        RoomName typedFor = rooms.current();
        phases.add(this::rejoin);
        phases.add(() -> lost.handBack(typedFor, rooms, luggage.outbox(), luggage.receipts()));
        phases.add(this::goToCurrent);
        phases.add(this::readOn);
        phases.add(() -> arrive(whenHome));
        goOn();
    }

    private void goOn() {
        Question next = questions.poll();
        while (next == null && !phases.isEmpty()) {
            phases.remove().run();
            next = questions.poll();
        }
        asked = next;
        if (next != null) {
            catchUp.begin(next.about);
            tag = "h" + ++tags;
            wire.write("@" + tag + " " + next.command);
            wire.flush();
        }
    }

    private boolean answered(Received answer) {
        conversation.alive();
        Question question = asked;
        if (question != null) {
            question.answer.accept(answer);
            goOn();
        }
        return true;
    }

    /** Into the rooms that the server knows nothing of any more: it was restarted, or we were away for long. */
    private void rejoin() {
        for (Place place : rooms.places()) {
            if (!back.containsKey(place.room())) {
                questions.add(new Question(
                        ("/join " + place.room() + " " + place.key()).strip(), answer -> rejoined(place, answer)));
            }
        }
    }

    private void rejoined(Place place, Received answer) {
        if (answer.event() instanceof Joined) {
            cameBack(place.room(), answer.id());
            return;
        }
        rooms.leave(place.room());
        lost.add(place.room());
        conversation.happened(new Received(answer.event(), null, answer.at(), null));
    }

    private void goToCurrent() {
        if (rooms.places().isEmpty() && back.containsKey(RoomName.LOBBY)) {
            rooms.goTo(RoomName.LOBBY);
        }
        if (back.size() > 1) {
            questions.add(new Question("/room " + rooms.current(), answer -> {}));
        }
        if (back.containsKey(RoomName.LOBBY) && !rooms.has(RoomName.LOBBY)) {
            questions.add(new Question("/leave " + RoomName.LOBBY, answer -> {}));
        }
    }

    private void readOn() {
        for (Place place : rooms.places()) {
            String read = place.read();
            String now = back.get(place.room());
            if (read == null && now != null && !now.isEmpty()) {
                place.read(now);
            } else if (read != null && !read.equals(now)) {
                questions.add(reading(place, CatchUp.after(read, place.room())));
            }
        }
    }

    private Question reading(Place place, String command) {
        return new Question(command, place, answer -> {
            String next = catchUp.answered(answer);
            if (next != null) {
                questions.addFirst(reading(place, next));
            }
        });
    }

    private void arrive(Runnable whenHome) {
        home = true;
        luggage.doubts().settle(luggage.receipts());
        conversation.isHome(catchUp.missed());
        whenHome.run();
        news.forEach(conversation::happened);
    }
}
