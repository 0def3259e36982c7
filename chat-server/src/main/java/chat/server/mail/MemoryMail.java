package chat.server.mail;

import chat.server.account.Account;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Forgets everything when the process ends. */
public final class MemoryMail implements MailStore {
    private record Row(Letter letter, long atMillis, boolean handedOver) {}

    private final InstantSource clock;
    private final Duration keep;

    /** By id. Guarded by this. */
    private final NavigableMap<Long, Row> rows = new TreeMap<>();

    private long last;

    /**
     * Begins without a letter.
     *
     * @param clock dates letters, and tells which are too old
     * @param keep how long they wait
     */
    public MemoryMail(InstantSource clock, Duration keep) {
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public Duration keeps() {
        return keep;
    }

    @Override
    public synchronized CompletableFuture<Verdict> keep(Letter letter) {
        removeIf(row -> row.atMillis <= clock.millis() - keep.toMillis());
        return CompletableFuture.completedFuture(add(letter));
    }

    private Verdict add(Letter letter) {
        if (of(letter.owner()).count() >= MOST) {
            return Verdict.FULL;
        }
        if (of(letter.owner()).filter(row -> row.letter.mark() == letter.mark()).count() >= MOST_OF_ONE) {
            return Verdict.FULL_FOR_AUTHOR;
        }
        if (letter.account() == Account.NONE
                && of(letter.owner())
                                .filter(row -> row.letter.account() == Account.NONE)
                                .count()
                        >= MOST_OF_GUESTS) {
            return Verdict.FULL_FOR_GUESTS;
        }
        rows.put(++last, new Row(letter, clock.millis(), false));
        return Verdict.KEPT;
    }

    private Stream<Row> of(long owner) {
        return rows.values().stream().filter(row -> row.letter.owner() == owner);
    }

    @Override
    public synchronized CompletableFuture<Page> handOver(long owner, long after, int most) {
        removeIf(row -> row.atMillis <= clock.millis() - keep.toMillis());
        List<Mail> mails = new ArrayList<>();
        int waiting = 0;
        for (var entry : rows.tailMap(after, false).entrySet()) {
            Row row = entry.getValue();
            if (row.letter.owner() != owner) {
                continue;
            }
            waiting++;
            if (mails.size() < most) {
                Letter letter = row.letter;
                mails.add(new Mail(
                        entry.getKey(),
                        row.atMillis,
                        letter.from(),
                        letter.account(),
                        letter.mark(),
                        letter.text(),
                        row.handedOver));
                entry.setValue(new Row(letter, row.atMillis, true));
            }
        }
        return CompletableFuture.completedFuture(new Page(List.copyOf(mails), waiting));
    }

    @Override
    public synchronized CompletableFuture<Integer> taken(long id) {
        return CompletableFuture.completedFuture(rows.remove(id) == null ? 0 : 1);
    }

    @Override
    public synchronized CompletableFuture<Integer> putBack(Collection<Long> ids) {
        int count = 0;
        for (long id : ids) {
            if (rows.computeIfPresent(id, (same, row) -> new Row(row.letter, row.atMillis, false)) != null) {
                count++;
            }
        }
        return CompletableFuture.completedFuture(count);
    }

    @Override
    public synchronized CompletableFuture<Integer> forget(Set<Long> marks, long sinceMillis) {
        return CompletableFuture.completedFuture(
                removeIf(row -> row.atMillis >= sinceMillis && marks.contains(row.letter.mark())));
    }

    @Override
    public synchronized CompletableFuture<Integer> clear(long owner) {
        return CompletableFuture.completedFuture(removeIf(row -> row.letter.owner() == owner));
    }

    private int removeIf(Predicate<Row> which) {
        int before = rows.size();
        rows.values().removeIf(which);
        return before - rows.size();
    }
}
