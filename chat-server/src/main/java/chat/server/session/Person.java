package chat.server.session;

import chat.common.UserName;
import chat.common.event.Event;
import chat.server.account.Account;
import chat.server.room.Room;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is here under a name: a guest by one session, whoever has logged in by any number of them, which are in the
 * same rooms. Thread-safe.
 */
public final class Person {
    private final long id;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Set<Room> rooms = ConcurrentHashMap.newKeySet();
    private volatile @Nullable UserName name;
    private volatile @Nullable Account account;
    private volatile @Nullable Absence absence;
    private @Nullable UserName announced;

    /**
     * Begins without a session.
     *
     * @param id a number that nobody else has
     */
    Person(long id) {
        this.id = id;
    }

    /** Tells persons apart, whatever they are called. */
    public long id() {
        return id;
    }

    /** The name. */
    public UserName name() {
        UserName known = name;
        if (known == null) {
            throw new IllegalStateException("no name yet");
        }
        return known;
    }

    /** Whether they go by a name. */
    boolean isCalled(UserName other) {
        return other.equals(name);
    }

    /** The account that they have logged in to, if they have. */
    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    /** By which connections they are here; a view. */
    public List<Session> sessions() {
        return Collections.unmodifiableList(sessions);
    }

    /** Whether one of their sessions is in a room. */
    public boolean isIn(Room room) {
        return rooms.contains(room);
    }

    /**
     * Tells them something that somebody else wants them to know, as {@link Session#offer} does.
     *
     * @param event what
     * @return whether one of their sessions has taken it, known at once if there is only one and it is on this event loop
     */
    public CompletableFuture<Boolean> offer(Event event) {
        CompletableFuture<Boolean> any = CompletableFuture.completedFuture(false);
        for (Session session : sessions) {
            any = any.thenCombine(session.offer(event), Boolean::logicalOr);
        }
        return any;
    }

    /** Does something with each of their sessions but one, on its own event loop. */
    void others(Session but, Consumer<Session> task) {
        for (Session session : sessions) {
            if (session != but) {
                session.later(() -> task.accept(session));
            }
        }
    }

    /** That they are away; null if they are not. */
    public @Nullable Absence absence() {
        return absence;
    }

    /**
     * They are away, or back.
     *
     * @param now null if they are back
     * @return whether that is news
     */
    synchronized boolean absent(@Nullable Absence now) {
        boolean news = absence != null || now != null;
        absence = now;
        return news;
    }

    /** Whether they have not gone by a name since they came, or since they went by another; from now on they have. */
    synchronized boolean comesAs(UserName called) {
        boolean news = !called.equals(announced);
        announced = called;
        return news;
    }

    /** The rooms that they are in; a view. Any thread. */
    Set<Room> rooms() {
        return Collections.unmodifiableSet(rooms);
    }

    /** The names of the rooms that they are in, in alphabetical order. */
    public List<String> whereabouts() {
        return rooms.stream().map(room -> room.name().toString()).sorted().toList();
    }

    /** One of their sessions has joined a room; whether that is news. */
    boolean joined(Room room) {
        return rooms.add(room);
    }

    /** One of their sessions has left a room; whether that is news. */
    boolean left(Room room) {
        return rooms.remove(room);
    }

    void enter(Session session, UserName called) {
        name = called;
        if (!sessions.contains(session)) {
            sessions.add(session);
        }
    }

    /** Whether that was the last one. */
    boolean leave(Session session) {
        sessions.remove(session);
        return sessions.isEmpty();
    }

    void logIn(Account proven) {
        account = proven;
    }

    void logOut() {
        account = null;
    }

    /** Whether all their sessions are those of an account's owner from now on, who has proven so by one of them. */
    boolean mayOwn(Account proven) {
        return isOneGuest() || (account == null && isCalled(proven.name()));
    }

    /** Whether nobody has to be asked before another name is taken. */
    boolean isOneGuest() {
        return account == null && sessions.size() <= 1;
    }
}
