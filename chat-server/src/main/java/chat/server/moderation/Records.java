package chat.server.moderation;

import chat.common.Period;
import chat.common.RoomName;
import chat.common.event.AuditList;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Moderated.Action;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import chat.server.audit.AuditStore;
import chat.server.room.NotKeptException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Writes down what is done to keep order, and tells it. Any thread. */
public final class Records {
    /** What is about everybody, for whom it has a time instead. */
    private static final Set<String> ABOUT_TIMES = Set.of(Action.SLOW.wire(), Action.MEMBERS_ONLY.wire());

    private final AuditStore store;
    private final InstantSource clock;

    Records(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Writes down one thing; completed as {@link AuditStore#add} is. */
    CompletableFuture<AuditEntry> add(Actor by, Action action, String whom, Place where, Terms terms) {
        return add(by, action.wire(), whom, where.name(), terms);
    }

    /**
     * Writes down something that was done on the whole server, and not by a command.
     *
     * @param by who did it
     * @param action what, in one word
     * @param whom to whom; empty for everybody
     * @param because why, or what was said; no secret
     * @return completed when it is written down; fails as {@link Bans#ban} does
     */
    public CompletableFuture<AuditEntry> add(Actor by, String action, String whom, String because) {
        return store.add(
                new AuditEntry(0, clock.instant(), by, action, whom, Optional.empty(), because, Optional.empty()));
    }

    CompletableFuture<AuditEntry> add(Actor by, String action, String whom, Optional<RoomName> room, Terms terms) {
        Instant now = clock.instant();
        return store.add(new AuditEntry(0, now, by, action, whom, room, terms.because(), terms.until(now)));
    }

    /**
     * Keeps something together with the record of it; see {@link AuditStore#together}.
     *
     * @param asked asks for both; at once, on this thread
     * @param <T> what it is told
     * @return what {@code asked} returns
     */
    public <T> CompletableFuture<T> together(Supplier<CompletableFuture<T>> asked) {
        return store.together(asked);
    }

    /**
     * Writes down what is done already, and is kept nowhere else.
     *
     * @param sentence what to answer
     * @return the answer, which says so if it could not be written down
     */
    CompletableFuture<Event> addDone(Actor by, Action action, String whom, Place where, Terms terms, String sentence) {
        return addDone(by, action.wire(), whom, where.name(), terms, sentence);
    }

    /**
     * The same of what rooms are told in another way, or what is about the lobby alone.
     *
     * @param action what, in one word
     * @param room in which room; empty for the whole server
     */
    CompletableFuture<Event> addDone(
            Actor by, String action, String whom, Optional<RoomName> room, Terms terms, String sentence) {
        return add(by, action, whom, room, terms)
                .<Event>thenApply(kept -> new Done(sentence))
                .exceptionally(error -> new Done(sentence + notRecorded(error)));
    }

    /** Why something is done but not written down, as one more sentence; throws on what is not such a reason. */
    static String notRecorded(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return " That is done, but not recorded (" + refusal.getMessage() + ").";
        }
        throw new CompletionException(error);
    }

    /**
     * The latest things.
     *
     * @param count how many at most
     * @return what to tell
     */
    public CompletableFuture<AuditList> latest(int count) {
        return store.latest(count)
                .thenApply(entries ->
                        new AuditList(entries.stream().map(Records::row).toList()));
    }

    private static AuditList.Row row(AuditEntry entry) {
        Optional<Duration> pace = ABOUT_TIMES.contains(entry.action()) ? Period.parse(entry.whom()) : Optional.empty();
        Optional<Duration> span = entry.until().map(until -> Duration.between(entry.at(), until));
        return new AuditList.Row(
                entry.at().truncatedTo(ChronoUnit.MILLIS),
                entry.by().name().toString(),
                entry.by().from(),
                entry.action(),
                pace.isPresent() ? "" : entry.whom(),
                entry.room().map(RoomName::value).orElse(AuditList.SERVER),
                entry.because(),
                span.or(() -> pace).map(Duration::toSeconds).orElse(0L),
                entry.until().map(until -> until.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The latest things as they are kept, for programs. */
    public CompletableFuture<List<AuditEntry>> entries(int count) {
        return store.latest(count);
    }
}
