package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.RoomEvent;
import chat.common.event.Stamp;
import chat.common.event.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

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

    private static final CompletableFuture<Void> READY = CompletableFuture.completedFuture(null);

    private final RoomName name;
    private final Journal journal;
    private final RoomLog log;
    private final Attendance attendance;
    private final People people = new People();
    private final RoomSettings settings = new RoomSettings();
    private final Consumer<Room> whenEmpty;
    private volatile boolean used;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object order = new Object();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private volatile boolean someoneWaits;
    private final Consumer<Entry> whenKept = this::kept;

    Room(RoomName name, Journal journal, RoomLog log, Timer timer, Consumer<Room> whenEmpty) {
        this.name = name;
        this.journal = journal;
        this.log = log;
        this.attendance = new Attendance(name, timer, this::publish);
        this.whenEmpty = whenEmpty;
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
        return people.names();
    }

    /** How many are here. */
    public int people() {
        return people.size();
    }

    /**
     * Whether somebody is here.
     *
     * @param member who
     */
    public boolean has(Member member) {
        return people.has(member);
    }

    /** What it is about, and whom it lets in. */
    public RoomSettings settings() {
        return settings;
    }

    /**
     * Somebody says something.
     *
     * @param author who
     * @param text what, printable
     */
    public void say(Member author, String text) {
        tell(author, new Message(name, author.name(), text));
    }

    /**
     * Somebody says or does something.
     *
     * @param author who; the event tells their name
     * @param event what, in this room
     */
    public void tell(Member author, RoomEvent event) {
        attendance.beforeWordsOf(author);
        publish(new Draft(event, author.id()));
    }

    /**
     * The same for an author who wants to know what became of it.
     *
     * @param author who; the event tells their name
     * @param event what, in this room
     * @return completed when the journal has kept it, on the journal's thread and in the room's order: what follows must
     *     neither wait nor publish
     */
    public CompletableFuture<Stamp> tellStamped(Member author, RoomEvent event) {
        attendance.beforeWordsOf(author);
        CompletableFuture<Stamp> stamp = new CompletableFuture<>();
        publish(new Draft(event, author.id()), entry -> {
            kept(entry);
            stamp.complete(stamp(entry));
        });
        return stamp;
    }

    /**
     * What programs are told about an entry beside its event. Any thread.
     *
     * @param entry one of this room's
     * @return its id and time
     */
    public Stamp stamp(Entry entry) {
        return new EntryStamp(journal.era() + "-" + entry.sequence(), entry.atMillis());
    }

    private record EntryStamp(String id, long atMillis) implements Stamp {}

    /**
     * Somebody comes in, and the others are told.
     *
     * @param member who
     * @return false if this room was forgotten just now, so that there may be a new one of its name
     */
    public boolean enter(Member member) {
        if (!people.add(member)) {
            return false;
        }
        settings.entered(member);
        if (used || people.size() > 1) { // else there is nobody to be told, now or later
            attendance.joined(member);
        }
        return true;
    }

    /**
     * Somebody goes, and the others are told; so is who looks after the room from now on.
     *
     * @param member who
     */
    public void exit(Member member) {
        People.Departure departure = people.remove(member);
        if (!departure.wasHere()) {
            return;
        }
        if (used || people.size() > 0) {
            attendance.left(member);
        }
        Member heir = departure.heir();
        if (heir != null && isOwned()) {
            heir.looksAfter(name);
        }
        if (people.size() == 0) {
            whenEmpty.accept(this);
        }
    }

    /**
     * Somebody here has a new name, and the others are told.
     *
     * @param member who, with the new name already
     * @param before the name until now
     */
    public void renamed(Member member, UserName before) {
        people.rename(member, before);
        attendance.renamed(member, before);
    }

    /**
     * Whether somebody looks after this room: of those who are here, whoever came first does. Nobody looks after the
     * lobby.
     *
     * @param member who
     */
    public boolean isOwner(Member member) {
        return isOwned() && people.eldest() == member;
    }

    private boolean isOwned() {
        return !name.equals(RoomName.LOBBY);
    }

    /** Lets nobody in any more, if nobody is here and nothing has happened here that would have to be remembered. */
    boolean closeIfUnused() {
        return !used && log.end() == 1 && !settings.now().isLocked() && people.closeIfEmpty();
    }

    /**
     * Paces those who publish: they wait for the slowest listener, and so for the event loops, but never for a reader.
     * Without it a burst could run through the whole log before anybody was served from it.
     *
     * @return completed when there is no need to wait, or when the listeners have come far enough
     */
    public CompletableFuture<Void> whenReady() {
        if (!isAhead()) {
            return READY;
        }
        synchronized (waiting) {
            if (!isAhead()) {
                return READY;
            }
            CompletableFuture<Void> ready = new CompletableFuture<>();
            waiting.add(ready);
            someoneWaits = true;
            return ready;
        }
    }

    /** A listener has moved on, or stopped listening: who waits may publish again if all are far enough. */
    public void movedOn() {
        if (!someoneWaits || isAhead()) {
            return;
        }
        List<CompletableFuture<Void>> ready;
        synchronized (waiting) {
            ready = List.copyOf(waiting);
            waiting.clear();
            someoneWaits = false;
        }
        ready.forEach(future -> future.complete(null));
    }

    private boolean isAhead() {
        long slowest = log.end();
        for (Listener listener : listeners) {
            slowest = Math.min(slowest, listener.position());
        }
        return log.isCrowdedFrom(slowest);
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
        publish(draft, whenKept);
    }

    private void publish(Draft draft, Consumer<Entry> kept) {
        used = true;
        synchronized (order) {
            journal.append(draft, kept);
        }
    }

    private void kept(Entry entry) {
        log.append(entry);
        if (entry.event() instanceof Topic topic) {
            settings.setTopic(topic.text());
        }
        for (Listener listener : listeners) {
            listener.news();
        }
    }
}
