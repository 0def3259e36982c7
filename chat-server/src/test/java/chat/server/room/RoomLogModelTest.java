package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import chat.server.room.RoomLog.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A log against the simplest thing that could be one. */
class RoomLogModelTest {
    private static final UserName ANN = UserName.of("ann");

    /** Everything that was ever appended. */
    private final List<Entry> all = new ArrayList<>();

    @Test
    void shouldBehaveLikeAListOfWhichTheFirstAreForgotten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            all.clear();
            int maxEntries = 16 << random.nextInt(3);
            long maxBytes = 200L + random.nextInt(20_000);
            RoomLog log = new RoomLog(maxEntries, maxBytes);
            Cursor cursor = new Cursor(log);
            for (int step = 0; step < 300; step++) {
                append(log, random.nextInt(4) == 0 ? notice() : message(random.nextInt(300)));
                int start = firstKept(maxEntries, maxBytes);
                assertThat(log.size()).as("seed %d", seed).isEqualTo(all.size() - start);
                if (random.nextInt(30) == 0) {
                    read(log, cursor, start, 1 + random.nextInt(5000), seed);
                }
            }
        }
    }

    /** Reads, compares with the list, and moves the cursor as a reader does. */
    private void read(RoomLog log, Cursor cursor, int start, long mostBytes, long seed) {
        int next = (int) cursor.next() - 1;
        int from = Math.max(next, start);
        Slice slice = log.read(cursor, mostBytes);
        long missed = all.subList(next, from).stream()
                .filter(entry -> entry.event().isMessage())
                .count();
        assertThat(slice.from()).as("seed %d", seed).isEqualTo(from + 1);
        assertThat(slice.skipped()).as("seed %d", seed).isEqualTo(missed);
        assertThat(slice.entries()).as("seed %d", seed).isEqualTo(all.subList(from, (int) slice.to() - 1));
        long beforeTheLast = slice.entries().stream()
                .limit(Math.max(0, slice.entries().size() - 1))
                .mapToLong(Entry::weight)
                .sum();
        assertThat(beforeTheLast).as("seed %d", seed).isLessThan(mostBytes);
        if (!slice.entries().isEmpty()) {
            cursor.moveTo(
                    slice.to(), slice.entries().get(slice.entries().size() - 1).messages());
        }
    }

    private int firstKept(int maxEntries, long maxBytes) {
        int first = all.size() - 1;
        long bytes = all.get(first).weight();
        while (first > 0
                && all.size() - first < maxEntries
                && bytes + all.get(first - 1).weight() <= maxBytes) {
            first--;
            bytes += all.get(first).weight();
        }
        return first;
    }

    private void append(RoomLog log, RoomEvent event) {
        Entry entry = entry(event);
        all.add(entry);
        log.append(entry);
    }

    private Entry entry(RoomEvent event) {
        long messages = all.isEmpty() ? 0 : all.get(all.size() - 1).messages();
        return new Entry(all.size() + 1L, 0, messages + (event.isMessage() ? 1 : 0), event, 1);
    }

    private static RoomEvent message(int length) {
        return new Message(RoomName.LOBBY, ANN, "x".repeat(length));
    }

    private static RoomEvent notice() {
        return new Presence(RoomName.LOBBY, List.of(ANN), List.of(), List.of());
    }
}
