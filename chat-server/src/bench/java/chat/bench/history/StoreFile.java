package chat.bench.history;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.RoomEvent;
import chat.server.room.Draft;
import chat.server.room.Entry;
import chat.server.room.Journal;
import chat.server.room.Receipt;
import chat.server.room.RoomLog;
import chat.server.store.SqliteStore;
import chat.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Fills a data directory through the real store, with a clock that goes as fast as the store writes. */
final class StoreFile implements AutoCloseable {
    /** How much may be on its way: as few as let the moments differ, as many as let transactions be shared. */
    private static final int UNDERWAY = 2000;

    private static final Duration INDEXED = Duration.ofMinutes(5);
    private static final UserName WRITER = UserName.of("writer");

    private final AtomicLong clock = new AtomicLong();
    private final SqliteStore store;
    private final Map<RoomName, Journal> journals = new HashMap<>();
    private final Semaphore underway = new Semaphore(UNDERWAY);
    private final Receipt receipt = new Receipt() {
        @Override
        public void kept(Entry entry) {
            underway.release();
        }

        @Override
        public void refused(Draft draft, String why) {
            throw new IllegalStateException(why);
        }
    };

    private StoreFile(Path directory) throws IOException {
        store = SqliteStore.open(StoreSettings.in(directory), () -> Instant.ofEpochMilli(clock.get()));
    }

    /** A week that ends now; returns when all words are in the index. */
    static Week writeWeek(Path directory, int messages) throws IOException, InterruptedException {
        Week week = new Week();
        long end = System.currentTimeMillis();
        long begin = end - Duration.ofDays(7).toMillis();
        try (StoreFile file = new StoreFile(directory)) {
            for (int i = 0; i < messages; i++) {
                file.clock.set(begin + (end - begin) * i / messages);
                file.append(week.message());
                if (week.isSomebodyMoving()) {
                    file.append(week.presence());
                }
            }
            file.awaitIndex(Week.ROOMS);
        }
        return week;
    }

    /** Many rooms in which a little was said. */
    static void writeRooms(Path directory, int rooms, int messages) throws IOException, InterruptedException {
        Week week = new Week();
        try (StoreFile file = new StoreFile(directory)) {
            file.clock.set(System.currentTimeMillis());
            for (int i = 0; i < rooms; i++) {
                RoomName room = new RoomName("room" + i);
                for (int j = 0; j < messages; j++) {
                    Message message = week.message();
                    file.append(new Message(room, message.from(), message.text()));
                }
            }
            file.awaitIndex(List.of(new RoomName("room" + (rooms - 1))));
        }
    }

    private void append(RoomEvent event) throws InterruptedException {
        underway.acquire();
        journals.computeIfAbsent(event.room(), room -> store.journal(room, new RoomLog(16, 1)))
                .append(new Draft(event, Draft.NOBODY, Draft.UNMARKED, Draft.UNREGISTERED), receipt);
    }

    /** Words come to the index in the order of the entries. */
    private void awaitIndex(List<RoomName> rooms) throws InterruptedException {
        String last = "lastwordever";
        for (RoomName room : rooms) {
            append(new Message(room, WRITER, last));
        }
        long begun = System.nanoTime();
        while (store.history().search(rooms, last, 100, null).join().entries().size() < rooms.size()) {
            if (System.nanoTime() - begun > INDEXED.toNanos()) {
                throw new IllegalStateException("the index is not there after " + INDEXED);
            }
            Thread.sleep(100);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
