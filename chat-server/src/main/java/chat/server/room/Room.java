package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import chat.common.event.Stamp;
import chat.common.event.Topic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    private final RoomName name;
    private final EntryIds ids;
    private final Journal journal;
    private final RoomLog log;
    private final Company company;
    private final People people;
    private final RoomSettings settings;
    private final Ownership ownership;
    private final Consumer<Room> whenEmpty;
    private volatile boolean used;
    private final Audience audience;
    private final Object order = new Object();
    private volatile boolean closed;
    private final Underway underway = new Underway();
    private final Receipt receipt;

    /**
     * Goes on where a store has it.
     *
     * @param whenEmpty is called when the last one has left
     */
    Room(StoredRoom stored, RoomStore store, RoomLog log, Timer timer, Consumer<Room> whenEmpty) {
        this.name = stored.name();
        this.ids = new EntryIds(store.era(), log);
        this.journal = store.journal(name, log);
        this.log = log;
        this.audience = new Audience(log, underway);
        this.settings = new RoomSettings(stored.state(), stored.isKept(), state -> store.keep(name, state));
        this.company = new Company(name, timer, () -> used, this::publish);
        this.people = company.people();
        this.ownership = new Ownership(name, settings, people);
        this.receipt = new UnaskedReceipt(this, people);
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

    /** Those of the {@link #names} whose owners have logged in, sorted; a snapshot. */
    public List<UserName> registered() {
        return people.registered();
    }

    /** Those of the {@link #names} who are away, sorted; a snapshot. */
    public List<UserName> away() {
        return people.away();
    }

    List<Member> members() {
        return people.all();
    }

    /** How many people are here, by however many connections. */
    public int people() {
        return people.size();
    }

    /** Whether somebody is here. */
    public boolean has(Member member) {
        return people.has(member);
    }

    /** What it is about, and whom it lets in. */
    public RoomSettings settings() {
        return settings;
    }

    /**
     * Somebody says or does something.
     *
     * @param author who; the event tells their name
     * @param event what, in this room
     */
    public void tell(Member author, RoomEvent event) {
        company.beforeWordsOf(author);
        publish(new Draft(event, author));
    }

    /**
     * The same for an author who wants to know what became of it.
     *
     * @param author who; the event tells their name
     * @param event what, in this room
     * @return completed when the journal has kept it, on the journal's thread and in the room's order: what follows must
     *     neither wait nor publish; with a {@link NotKeptException} if it could not be kept, of which the author is told
     *     no other way
     */
    public CompletableFuture<Stamp> tellStamped(Member author, RoomEvent event) {
        company.beforeWordsOf(author);
        CompletableFuture<Stamp> stamp = new CompletableFuture<>();
        publish(new Draft(event, author), new AskedReceipt(this, stamp));
        return stamp;
    }

    /**
     * What programs are told about an entry beside its event. Any thread.
     *
     * @param entry one of this room's
     * @return its id and time
     */
    public Stamp stamp(Entry entry) {
        return ids.stamp(entry);
    }

    /** How its entries are called. */
    public EntryIds ids() {
        return ids;
    }

    /**
     * The room itself says something, which nobody can take back and everybody reads.
     *
     * @param event what, in this room
     */
    public void announce(RoomEvent event) {
        publish(new Draft(event, Draft.NOBODY));
    }

    /**
     * Somebody comes in, and the others are told.
     *
     * @param member who
     * @return false if this room was forgotten just now, so that there may be a new one of its name
     */
    public boolean enter(Member member) {
        if (!company.enter(member)) {
            return false;
        }
        settings.entered(member);
        return true;
    }

    /**
     * Somebody goes, and the others are told; so is who looks after the room from now on.
     *
     * @param member who
     */
    public void exit(Member member) {
        People.Departure departure = company.exit(member);
        if (!departure.gone()) {
            return;
        }
        ownership.inherited(departure.heir());
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
        ownership.inherited(company.renamed(member, before));
    }

    /**
     * Whether somebody looks after this room: those whose accounts do or, if there are none, of those who are here whoever
     * came first. Nobody looks after the lobby.
     *
     * @param member who
     */
    public boolean isOwner(Member member) {
        return ownership.has(member);
    }

    /** Who looks after this room for having come first does not any more, but the next one if anybody is here; whether they did. */
    public boolean demote(Member member) {
        return ownership.demote(member);
    }

    /** Those who looked after this room by their accounts do not any more: who does instead is told. */
    public void tellEldest() {
        ownership.inherited(people.first());
    }

    /** Ends this room, if nobody is here and nothing has happened that would have to be remembered; nothing will, then. */
    boolean closeIfUnused() {
        synchronized (order) {
            closed = !used && log.end() == 1 && settings.isForgettable() && people.closeIfEmpty();
            return closed;
        }
    }

    /**
     * Paces those who publish: they wait for the journal and for the slowest listener, and so for the event loops, but
     * never for a reader. Without it a burst could run through the whole log before anybody was served from it.
     *
     * @return completed when there is no need to wait, or when journal and listeners have come far enough
     */
    public CompletableFuture<Void> whenReady() {
        CompletableFuture<Void> served = audience.whenLevel();
        CompletableFuture<Void> written = journal.whenReady();
        if (written.isDone()) {
            return served;
        }
        return served.isDone() ? written : CompletableFuture.allOf(served, written);
    }

    /** A listener has moved on, or stopped listening: who waits may publish again if all are far enough. */
    public void movedOn() {
        audience.movedOn();
    }

    /** Asks to hear of news from now on. */
    public void listen(Listener listener) {
        audience.add(listener);
    }

    /** Stops hearing of news. */
    public void unlisten(Listener listener) {
        audience.remove(listener);
    }

    void publish(Draft draft) {
        publish(draft, receipt);
    }

    private void publish(Draft draft, Receipt receipt) {
        synchronized (order) {
            underway.published(draft.event());
            if (closed) { // its first place belongs to the next room of this name
                receipt.refused(draft, "nobody is in this room any more");
            } else {
                if (!used) {
                    used = true;
                    settings.used();
                }
                journal.append(draft, receipt);
            }
        }
    }

    /** The journal has kept an entry. In the room's order. */
    void kept(Entry entry) {
        underway.answered(entry.event());
        log.append(entry);
        if (entry.event() instanceof Topic topic) {
            settings.setTopic(topic.text());
        } else if (entry.event() instanceof Presence notice) {
            company.kept(notice);
        }
        audience.news();
    }

    /** The journal has not kept a draft. In the room's order. */
    void refused(Draft draft) {
        underway.answered(draft.event());
        if (draft.event() instanceof Presence && !closed) {
            company.refused();
        }
        movedOn();
    }
}
