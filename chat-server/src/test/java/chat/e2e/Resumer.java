package chat.e2e;

import chat.common.RoomName;
import chat.common.event.Failure;
import chat.common.event.HistoryTold;
import chat.common.event.Joined;
import chat.common.event.NameAccepted;
import chat.common.event.Received;
import chat.common.event.RoomEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program that puts together what rooms tell over many connections, by the rules of {@code docs/protocol.md}: its rooms'
 * logs must come out, whenever a connection is lost. One thread.
 */
final class Resumer {
    private final String name;
    private final List<RoomName> rooms;
    private final Map<RoomName, String> last = new HashMap<>();
    private final Map<RoomName, List<Received>> logs = new LinkedHashMap<>();
    private final Map<RoomName, List<Received>> held = new HashMap<>();
    private @Nullable JsonProgram connection;
    private int connections;
    private int left;
    private int gone;

    Resumer(String name, List<RoomName> rooms) {
        this.name = name;
        this.rooms = rooms;
        rooms.forEach(room -> logs.put(room, new ArrayList<>()));
    }

    /** What it has put together of a room. */
    List<Received> log(RoomName room) {
        return List.copyOf(logs.get(room));
    }

    /** How often it was told that history is gone. */
    int gone() {
        return gone;
    }

    /**
     * Connects, comes back to its rooms and catches up; then reads what comes.
     *
     * @param lines how many lines it reads before the connection is lost, at whatever point that is
     */
    void reads(int port, int lines) throws IOException {
        left = lines;
        try (JsonProgram made = new JsonProgram(port)) {
            connection = made;
            comesBack(made);
            while (left > 0) {
                news(next());
            }
        } catch (LostException e) {
            // as was to be
        }
    }

    /** Connects, catches up with everything, and leaves. */
    void readsAll(int port) throws IOException {
        left = Integer.MAX_VALUE;
        try (JsonProgram made = new JsonProgram(port)) {
            connection = made;
            comesBack(made);
            made.send("@end /ping");
            for (Received received = next(); !"end".equals(received.tag()); received = next()) {
                news(received);
            }
        }
    }

    private static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Received next() throws IOException {
        if (left-- <= 0) {
            throw new LostException();
        }
        return connection.next();
    }

    private void comesBack(JsonProgram made) throws IOException {
        rooms.forEach(room -> held.put(room, new ArrayList<>()));
        made.send("/resume key-of-the-one-who-resumes " + ++connections, "/replay off", "@name /setname " + name);
        Map<RoomName, String> back = new HashMap<>();
        Received received = next();
        while (!(received.event() instanceof NameAccepted)) {
            if (received.event() instanceof Joined joined) {
                back.put(joined.room(), received.id());
            }
            news(received);
            received = next();
        }
        back.put(RoomName.LOBBY, received.id());
        for (RoomName room : rooms) {
            if (!back.containsKey(room)) {
                made.send("@join /join " + room);
                back.put(room, await("join").id());
            }
        }
        for (RoomName room : rooms) {
            String read = last.putIfAbsent(room, back.get(room));
            String ask = read == null || read.equals(back.get(room)) ? "" : "/history after " + read + " " + room;
            while (!ask.isEmpty()) {
                made.send("@past " + ask);
                Received answer = await("past");
                if (answer.event() instanceof HistoryTold told) {
                    ask = told.next();
                } else {
                    gone += answer.event() instanceof Failure ? 1 : 0;
                    ask = "/history after " + answer.id() + " " + room;
                }
            }
            held.remove(room).forEach(news -> take(room, news));
        }
    }

    private Received await(String tag) throws IOException {
        Received received = next();
        while (!tag.equals(received.tag())) {
            if (received.replay()) {
                take(((RoomEvent) received.event()).room(), received);
            } else {
                news(received);
            }
            received = next();
        }
        return received;
    }

    /** News of a room waits until its history has been told. */
    private void news(Received received) {
        if (received.event() instanceof RoomEvent event) {
            List<Received> waiting = held.get(event.room());
            if (waiting != null) {
                waiting.add(received);
            } else {
                take(event.room(), received);
            }
        }
    }

    private void take(RoomName room, Received received) {
        logs.get(room).add(received);
        last.put(room, received.id());
    }
}
