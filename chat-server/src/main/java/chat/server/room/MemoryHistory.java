package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What rooms still have in their logs. Answers at once. */
final class MemoryHistory implements History {
    private final Map<RoomName, RoomLog> logs;

    MemoryHistory(Map<RoomName, RoomLog> logs) {
        this.logs = logs;
    }

    @Override
    public CompletableFuture<Page> before(RoomName room, long sequence, int count) {
        RoomLog.Slice all = all(room);
        List<Entry> backwards = new ArrayList<>(all.entries());
        backwards.removeIf(entry -> entry.sequence() >= sequence);
        Collections.reverse(backwards);
        Page page = page(backwards, count, all.from());
        List<Entry> entries = new ArrayList<>(page.entries());
        Collections.reverse(entries);
        return CompletableFuture.completedFuture(new Page(entries, page.more(), all.from()));
    }

    @Override
    public CompletableFuture<Page> after(RoomName room, long sequence, int count) {
        return from(room, entry -> entry.sequence() > sequence, count);
    }

    @Override
    public CompletableFuture<Page> since(RoomName room, Instant instant, int count) {
        return from(room, entry -> entry.atMillis() >= instant.toEpochMilli(), count);
    }

    private CompletableFuture<Page> from(RoomName room, Predicate<Entry> wanted, int count) {
        RoomLog.Slice all = all(room);
        List<Entry> found = all.entries().stream().dropWhile(wanted.negate()).toList();
        return CompletableFuture.completedFuture(page(found, count, all.from()));
    }

    @Override
    public CompletableFuture<Page> search(Collection<RoomName> rooms, String words, int count, @Nullable Entry before) {
        WordQuery query = WordQuery.parse(words);
        return newest(rooms, told -> query.isIn(told.text()), count, before);
    }

    @Override
    public CompletableFuture<Page> mentions(
            Collection<RoomName> rooms, UserName name, Instant after, int count, @Nullable Entry before) {
        Mention mention = new Mention(name);
        return newest(rooms, mention::isIn, count, before, entry -> entry.atMillis() > after.toEpochMilli());
    }

    @Override
    public CompletableFuture<Optional<Instant>> lastSeen(Map<RoomName, Long> ends, UserName name) {
        return CompletableFuture.completedFuture(ends.entrySet().stream()
                .flatMap(end -> all(end.getKey()).entries().stream()
                        .filter(entry -> entry.sequence() < end.getValue() && Sighting.isIn(entry, name)))
                .max(Entry.OLDEST_FIRST)
                .map(entry -> Instant.ofEpochMilli(entry.atMillis())));
    }

    private CompletableFuture<Page> newest(
            Collection<RoomName> rooms, Predicate<Authored> wanted, int count, @Nullable Entry before) {
        return newest(rooms, wanted, count, before, entry -> true);
    }

    private CompletableFuture<Page> newest(
            Collection<RoomName> rooms,
            Predicate<Authored> wanted,
            int count,
            @Nullable Entry before,
            Predicate<Entry> inTime) {
        List<Entry> found = new ArrayList<>();
        for (RoomName room : rooms) {
            for (Entry entry : all(room).entries()) {
                if (entry.event() instanceof Authored told
                        && inTime.test(entry)
                        && (before == null || Entry.OLDEST_FIRST.compare(entry, before) < 0)
                        && wanted.test(told)) {
                    found.add(entry);
                }
            }
        }
        found.sort(Entry.OLDEST_FIRST.reversed());
        return CompletableFuture.completedFuture(page(found, count, 0));
    }

    /** As many of the first as fit on a page. */
    private static Page page(List<Entry> found, int count, long oldest) {
        int most = Math.min(count, MAX_PAGE);
        int taken = 0;
        long bytes = 0;
        while (taken < Math.min(found.size(), most) && (taken == 0 || bytes < MAX_PAGE_BYTES)) {
            bytes += found.get(taken).weight();
            taken++;
        }
        return new Page(found.subList(0, taken), taken < found.size(), oldest);
    }

    private RoomLog.Slice all(RoomName room) {
        RoomLog log = logs.get(room);
        return log == null ? new RoomLog.Slice(1, 0, List.of()) : log.all();
    }
}
