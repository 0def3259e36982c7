package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.Stamp;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A named place. A room is a log: whatever happens in it gets one place in one order, and everybody who reads it
 * follows with a cursor of their own. Thread-safe.
 */
public final class Room {
    /** Hears that a room's log has grown. */
    @FunctionalInterface
    public interface Listener {
        /** There is news. Called on the journal's thread, in order; must neither wait nor publish. */
        void news();

        /** The first entry it has not taken from the log yet; a listener that takes none waits for nothing. Any thread. */
        default long position() {
            return Long.MAX_VALUE;
        }
    }

    private final RoomName name;
    private final String era;
    private final Journal journal;
    private final RoomLog log;
    private final Attendance attendance;
    private final NavigableMap<UserName, Member> members = new ConcurrentSkipListMap<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Names names;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private final Waiting waiting = new Waiting(this::isAhead);
    private final Underway underway = new Underway();
    private final Receipt receipt = new Told();

    /** Who was here after so many changes, as long as nobody comes or goes. */
    private record Names(int change, List<UserName> sorted) {}

    Room(RoomName name, String era, Journal journal, RoomLog log, Timer timer) {
        this.name = name;
        this.era = era;
        this.journal = journal;
        this.log = log;
        this.attendance = new Attendance(name, timer, this::publish);
    }

    /** What the room is called. */
    public RoomName name() {
        return name;
    }

    /** What happened here lately. */
    public RoomLog log() {
        return log;
    }

    /** The names of everyone here, sorted; a snapshot. */
    public List<UserName> names() {
        int now = changes.get();
        Names known = names;
        if (known == null || known.change != now) {
            known = new Names(now, List.copyOf(members.keySet()));
            names = known;
        }
        return known.sorted;
    }

    /**
     * Somebody says something.
     *
     * @param author who
     * @param text what, printable
     */
    public void say(Member author, String text) {
        attendance.beforeWordsOf(author);
        publish(words(author, text));
    }

    /**
     * The same for an author who wants to know what became of it.
     *
     * @param author who
     * @param text what, printable
     * @return completed when the journal has kept it, on the journal's thread and in the room's order: what follows must
     *     neither wait nor publish; with a {@link NotKeptException} if it could not be kept, of which the author is told
     *     no other way
     */
    public CompletableFuture<Stamp> sayStamped(Member author, String text) {
        attendance.beforeWordsOf(author);
        CompletableFuture<Stamp> stamp = new CompletableFuture<>();
        publish(words(author, text), new Asked(stamp));
        return stamp;
    }

    private Draft words(Member author, String text) {
        return new Draft(new Message(name, author.name(), text), author.id());
    }

    /**
     * What programs are told about an entry beside its event. Any thread.
     *
     * @param entry one of this room's
     * @return its id and time
     */
    public Stamp stamp(Entry entry) {
        return new EntryStamp(era + "-" + entry.sequence(), entry.atMillis());
    }

    private record EntryStamp(String id, long atMillis) implements Stamp {}

    /**
     * Somebody comes in, and the others are told.
     *
     * @param member who
     */
    public void enter(Member member) {
        members.put(member.name(), member);
        changes.incrementAndGet();
        attendance.joined(member);
    }

    /**
     * Somebody goes, and the others are told.
     *
     * @param member who
     */
    public void exit(Member member) {
        if (members.remove(member.name(), member)) {
            changes.incrementAndGet();
            attendance.left(member);
        }
    }

    /**
     * Somebody here has a new name, and the others are told.
     *
     * @param member who, with the new name already
     * @param before the name until now
     */
    public void renamed(Member member, UserName before) {
        members.remove(before, member);
        members.put(member.name(), member);
        changes.incrementAndGet();
        attendance.renamed(member, before);
    }

    /**
     * Paces those who publish: they wait for the journal and for the slowest listener, and so for the event loops, but
     * never for a reader. Without it a burst could run through the whole log before anybody was served from it.
     *
     * @return completed when there is no need to wait, or when journal and listeners have come far enough
     */
    public CompletableFuture<Void> whenReady() {
        CompletableFuture<Void> served = waiting.untilLevel();
        CompletableFuture<Void> written = journal.whenReady();
        if (written.isDone()) {
            return served;
        }
        return served.isDone() ? written : CompletableFuture.allOf(served, written);
    }

    /** A listener has moved on, or stopped listening: who waits may publish again if all are far enough. */
    public void movedOn() {
        waiting.check();
    }

    private boolean isAhead() {
        long slowest = log.end();
        for (Listener listener : listeners) {
            slowest = Math.min(slowest, listener.position());
        }
        return log.isCrowdedFrom(slowest, underway);
    }

    /**
     * Asks to hear of news.
     *
     * @param listener is told from now on
     */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Stops hearing of news.
     *
     * @param listener as it was given to {@link #listen}
     */
    public void unlisten(Listener listener) {
        listeners.remove(listener);
        movedOn();
    }

    private void publish(Draft draft) {
        publish(draft, receipt);
    }

    private void publish(Draft draft, Receipt receipt) {
        synchronized (order) {
            underway.published(draft.event());
            journal.append(draft, receipt);
        }
    }

    private void kept(Entry entry) {
        underway.answered(entry.event());
        log.append(entry);
        for (Listener listener : listeners) {
            listener.news();
        }
    }

    private void refused(Draft draft) {
        underway.answered(draft.event());
        movedOn();
    }

    /** Somebody here by their id: under the name they had when they wrote, or under another one by now. */
    private Optional<Member> member(long id, UserName before) {
        Member same = members.get(before);
        if (same != null && same.id() == id) {
            return Optional.of(same);
        }
        return members.values().stream().filter(member -> member.id() == id).findFirst();
    }

    /** For authors who want to know only if it could not be kept. One for all, so that it costs nothing. */
    private final class Told implements Receipt {
        @Override
        public void kept(Entry entry) {
            Room.this.kept(entry);
        }

        @Override
        public void refused(Draft draft, String why) {
            Room.this.refused(draft);
            if (draft.event() instanceof Message message) {
                member(draft.author(), message.from()).ifPresent(author -> author.notKept(Room.this, why));
            }
        }
    }

    /** For an author who has asked. */
    private final class Asked implements Receipt {
        private final CompletableFuture<Stamp> stamp;

        Asked(CompletableFuture<Stamp> stamp) {
            this.stamp = stamp;
        }

        @Override
        public void kept(Entry entry) {
            Room.this.kept(entry);
            stamp.complete(stamp(entry));
        }

        @Override
        public void refused(Draft draft, String why) {
            Room.this.refused(draft);
            stamp.completeExceptionally(new NotKeptException(why));
        }
    }
}
