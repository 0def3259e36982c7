package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Authored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two rooms in which something is said, and what is told of it. */
public abstract class HistoryFixture {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final RoomName LOBBY = RoomName.LOBBY;
    static final RoomName STAFF = new RoomName("staff");
    static final RoomName NOWHERE = new RoomName("nowhere");
    final AtomicLong clock = new AtomicLong(NOON.toEpochMilli());
    RoomStore store;
    Drafts lobby;
    Drafts staff;

    /** A store that knows no room. */
    protected abstract RoomStore open(InstantSource clock) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open(() -> Instant.ofEpochMilli(clock.get()));
        lobby = new Drafts(store, LOBBY);
        staff = new Drafts(store, STAFF);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** A second later somebody says something, and it is kept. */
    void say(Drafts room, String from, String text) {
        clock.addAndGet(1000);
        room.say(from, text).kept();
    }

    static List<String> texts(History.Page page) {
        return page.entries().stream()
                .map(entry -> ((Authored) entry.event()).text())
                .toList();
    }

    void assertFinds(List<RoomName> rooms, String words, String... texts) {
        assertTells(() -> store.history().search(rooms, words, 100, null).join(), texts);
    }

    /** The index may be a moment behind. */
    static void assertTells(Supplier<History.Page> page, String... texts) {
        Awaitility.await().untilAsserted(() -> assertThat(texts(page.get())).containsExactly(texts));
    }
}
