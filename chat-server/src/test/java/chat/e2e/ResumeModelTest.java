package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.HistoryTold;
import chat.common.event.Presence;
import chat.common.event.Received;
import chat.server.ChatServer;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program whose connection is lost at any point, again and again, while people go on talking in its rooms and the server
 * is started anew: what it has put together is each room's log, without a hole and without anything twice.
 */
@Execution(ExecutionMode.CONCURRENT) // it waits for clients that come back
class ResumeModelTest {
    private static final UserName WATCHER = UserName.of("watcher");
    private static final RoomName STAFF = new RoomName("staff");
    private static final List<RoomName> ROOMS = List.of(RoomName.LOBBY, STAFF, new RoomName("kitchen"));

    /** What was said in a room, and nothing else, by its id. */
    private final Map<RoomName, Map<String, String>> said = new HashMap<>();

    private int numbers;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 3), LongStream.of(System.nanoTime()));
    }

    /** Talks without a pause, in all rooms, and comes and goes. */
    private final class Talk implements AutoCloseable {
        private final List<JsonProgram> people = new ArrayList<>();
        private final Thread thread;
        private volatile boolean over;
        private volatile Throwable failure;

        Talk(int port, long seed) throws IOException {
            for (RoomName room : ROOMS) {
                JsonProgram person = new JsonProgram(port);
                person.send("/setname of-" + room, "/join " + room, "@in /ping");
                person.answer("in");
                people.add(person);
            }
            burst(people.get(0), ROOMS.get(0)); // more than one answer takes
            thread = new Thread(() -> talk(new Random(seed)), "talk");
            thread.start();
        }

        private void burst(JsonProgram person, RoomName room) throws IOException {
            for (int i = 0; i < 1200; i++) {
                person.send("@said /all text " + ++numbers);
            }
            for (int i = numbers - 1199; i <= numbers; i++) {
                said.computeIfAbsent(room, r -> new HashMap<>())
                        .put(person.answer("said").id(), "text " + i);
            }
        }

        private void talk(Random random) {
            try {
                while (!over) {
                    int who = random.nextInt(ROOMS.size());
                    JsonProgram person = people.get(who);
                    RoomName room = ROOMS.get(who);
                    int burst = 1 + random.nextInt(40);
                    for (int i = 0; i < burst; i++) {
                        String text = "text " + ++numbers;
                        person.send("@said " + (random.nextInt(9) == 0 ? "/me " : "/all ") + text);
                        said.computeIfAbsent(room, r -> new HashMap<>())
                                .put(person.answer("said").id(), text);
                    }
                    if (random.nextInt(3) == 0) {
                        RoomName other = ROOMS.get((who + 1) % ROOMS.size());
                        person.send("/join " + other, "/room " + room, "/leave " + other);
                    }
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
        }

        @Override
        public void close() throws IOException {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(failure).isNull();
            for (JsonProgram person : people) {
                person.close();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldPutTogetherEachRoomsLogWhateverIsCut(long seed, @TempDir Path data) throws IOException {
        Random random = new Random(seed);
        Resumer watcher = new Resumer(WATCHER.toString(), ROOMS);
        for (int run = 0; run < 3; run++) {
            try (ChatServer server =
                    ChatServer.start(TestServer.config().withReplay(20).withStore(StoreSettings.in(data)))) {
                int port = server.address().getPort();
                try (Talk talk = new Talk(port, seed + run)) {
                    for (int cut = 0; cut < 8; cut++) {
                        watcher.reads(port, random.nextInt(cut % 3 == 0 ? 10 : 300));
                    }
                }
            }
        }
        try (ChatServer server = ChatServer.start(TestServer.config().withStore(StoreSettings.in(data)))) {
            int port = server.address().getPort();
            watcher.readsAll(port);
            for (RoomName room : ROOMS) {
                check(room, watcher.log(room), port);
            }
        }
        assertThat(watcher.gone()).isZero();
    }

    private void check(RoomName room, List<Received> log, int port) throws IOException {
        List<String> ids = log.stream()
                .filter(received -> !isAboutTheWatcher(received))
                .map(Received::id)
                .toList();
        List<Received> whole = history(room, log.get(0).id(), port);
        whole.add(0, log.get(0));
        List<String> expected = whole.stream()
                .filter(received -> !isAboutTheWatcher(received))
                .map(Received::id)
                .toList();
        assertThat(ids).as("%s", room).startsWith(expected.toArray(String[]::new));
        assertThat(ids).hasSize(expected.size());
        assertThat(log)
                .filteredOn(received -> received.event() instanceof Authored)
                .isNotEmpty()
                .allSatisfy(received ->
                        assertThat(said.get(room).get(received.id())).isEqualTo(((Authored) received.event()).text()));
    }

    private static boolean isAboutTheWatcher(Received received) {
        return received.event() instanceof Presence presence
                && (List.of(WATCHER).equals(presence.joined())
                        || presence.joined().isEmpty())
                && (List.of(WATCHER).equals(presence.left()) || presence.left().isEmpty());
    }

    /** All that is behind an entry, as somebody reads it at one go. */
    private static List<Received> history(RoomName room, String from, int port) throws IOException {
        List<Received> all = new ArrayList<>();
        try (JsonProgram auditor = new JsonProgram(port)) {
            auditor.send("/replay off", "/setname auditor-of-" + room, "/join " + room);
            String ask = "/history after " + from + " " + room;
            while (!ask.isEmpty()) {
                auditor.send("@past " + ask);
                Received received = auditor.next();
                while (received.tag() == null) {
                    if (received.replay()) {
                        all.add(received);
                    }
                    received = auditor.next();
                }
                ask = ((HistoryTold) received.event()).next();
            }
        }
        return all;
    }
}
