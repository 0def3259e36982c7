package chat.server.session;

import chat.common.UserName;
import chat.common.event.Away;
import chat.common.event.Event;
import chat.server.account.Account;
import chat.server.room.Traces;
import chat.server.sanction.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who a session is: the name that it goes by, and the account that proves it. Changed on the session's event loop, read on
 * any thread.
 */
public final class Identity {
    private static final int MOST_HELD = 100;

    private final Session session;
    private final SessionRegistry registry;
    private final Authorship authorship;
    private final Whence whence;
    private final Instant since;
    private volatile @Nullable UserName name;
    private volatile @Nullable Person person;
    private volatile @Nullable Who who;
    private volatile Set<Long> held = Set.of();

    /**
     * Begins without a name.
     *
     * @param session whose
     * @param registry knows who has which name
     */
    Identity(Session session, SessionRegistry registry) {
        this.session = session;
        this.registry = registry;
        this.since = registry.clock().instant();
        this.authorship = new Authorship(session, registry.marks());
        this.whence = new Whence(session, registry.marks(), registry.limits().connections());
    }

    /** The name; null if there is none yet. Any thread. */
    @Nullable
    UserName name() {
        return name;
    }

    /** Who that is, perhaps with other sessions; null if there is no name yet. Any thread. */
    @Nullable
    Person person() {
        return person;
    }

    /** Since when the session is connected. Any thread. */
    public Instant since() {
        return since;
    }

    /** The account that the person has logged in to, if they have. Any thread. */
    public Optional<Account> account() {
        Person known = person;
        return known == null ? Optional.empty() : known.account();
    }

    /** By what bans and mutes know the person; null if they have no name yet. Any thread. */
    public @Nullable Who who() {
        return who;
    }

    /**
     * By what bans and mutes would know the person under another name.
     *
     * @param wanted the name
     * @param proven the account; null for a guest
     */
    public Who who(UserName wanted, @Nullable Account proven) {
        return Who.of(wanted, proven, Origin.of(session.out().channel())).withHeld(held);
    }

    /**
     * Bans and mutes hit the person whatever they are called; of more than {@value #MOST_HELD} the latest do. On the session's
     * event loop.
     *
     * @param numbers theirs
     */
    public void hold(Collection<Long> numbers) {
        TreeSet<Long> all = new TreeSet<>(held);
        all.addAll(numbers);
        while (all.size() > MOST_HELD) {
            all.pollFirst();
        }
        held = Set.copyOf(all);
        Who now = who;
        who = now == null ? null : now.withHeld(held);
    }

    /** Where the session comes from. Any thread. */
    public Whence whence() {
        return whence;
    }

    /** The mark of what the session writes now. Any thread. */
    long mark() {
        return authorship.mark();
    }

    /** By what is found what the session has written, under each of its names. Any thread. */
    public Traces traces() {
        return authorship.traces();
    }

    /**
     * Tells the person's other sessions what only this one would know.
     *
     * @param event what
     */
    public void tellOthers(Event event) {
        others(other -> other.send(event));
    }

    /** That the person is away; null if they are not. Any thread. */
    public @Nullable Absence absence() {
        Person known = person;
        return known == null ? null : known.absence();
    }

    /**
     * The person is away, or back; their other sessions read so.
     *
     * @param absence null if they are back
     * @return whether anything has changed
     */
    public boolean away(@Nullable Absence absence) {
        Person known = person;
        if (known == null || !known.absent(absence)) {
            return false;
        }
        tellOthers(new Away(absence == null ? "" : absence.text()));
        return true;
    }

    /** The person says something, so they are not away any more; they read so if they were. */
    public void back() {
        if (absence() != null && away(null)) {
            session.send(new Away(""));
        }
    }

    /** Behind the answer: by another connection the person may be away, or as somebody else not any more. */
    private void tellAbsence(@Nullable Absence before, @Nullable Absence now) {
        if (before != now) {
            session.later(() -> session.send(new Away(now == null ? "" : now.text())));
        }
    }

    /** Does something with each of the person's other sessions, on its own event loop. */
    void others(Consumer<Session> task) {
        Person known = person;
        if (known != null) {
            known.others(session, task);
        }
    }

    /**
     * Takes a name as a guest, for the first time or instead of the one until now; rooms are told. Whoever had logged in has
     * not any more.
     *
     * @param wanted the name
     * @return whether it was free
     */
    public boolean take(UserName wanted) {
        Person now = person;
        Person owner = account().isPresent() ? now : null;
        Person next = now == null || !now.isOneGuest() ? new Person(registry.nextId()) : now;
        if (!registry.persons().claim(wanted, next)) {
            return false;
        }
        next.enter(session, wanted);
        become(next, wanted, owner);
        if (now != null && next != now) {
            session.rooms().companions().meet(); // somebody else is in these rooms now
        }
        return true;
    }

    /** Who that was until now, for those who look for them. On the session's event loop. */
    void remember() {
        Who until = who;
        if (until != null) {
            registry.departures().add(until, session.id(), mark());
        }
    }

    /**
     * Logs in to an account, and takes its name. The session's rooms are not those of the person's other sessions until its
     * {@link Companions} have met.
     *
     * @param proven whose password the person knows
     * @return whether the name was free
     */
    public boolean logIn(Account proven) {
        Person former = person;
        boolean guest = account().isEmpty();
        Person owner = registry.persons()
                .logIn(proven, session, registry.nextId(), former)
                .orElse(null);
        if (owner == null) {
            return false;
        }
        become(owner, proven.name(), guest ? null : former);
        registry.loggedIn(session);
        if (guest && owner == former) {
            others(other -> other.identity().isOwner(owner));
        }
        return true;
    }

    /** By another connection the person, a guest until now, has logged in. */
    private void isOwner(Person owner) {
        if (person == owner && account().isPresent()) {
            become(owner, owner.name(), null);
            registry.loggedIn(session);
        }
    }

    /** With who had logged in by this session, and does not any more by becoming somebody else; null for nobody. */
    private void become(Person next, UserName now, @Nullable Person owner) {
        Person former = person;
        UserName before = name;
        long mark = authorship.mark();
        remember();
        person = next;
        name = now;
        who = who(now, next.account().orElse(null));
        authorship.named(now);
        session.named();
        if (owner != null && owner != next) {
            owner.account().ifPresent(account -> registry.loggedOut(session, account));
        }
        tellAbsence(former == null ? null : former.absence(), next.absence());
        if (former == null || before == null) {
            registry.named(session);
            return;
        }
        if (!before.equals(now)) {
            session.questions().nameChanged();
        }
        // first the rooms: once the old name is free, somebody else may come in with it
        session.rooms().renamed(before, mark);
        registry.renamed(session, before);
        if (former == next) {
            registry.persons().release(before, next);
        } else {
            registry.persons().leave(former, session);
        }
    }

    /** The session ends. */
    void leave() {
        Person known = person;
        if (known != null) {
            registry.persons().leave(known, session);
        }
    }

    /**
     * An account is no more, and whoever had logged in to it a guest, who keeps the name. Nothing happens if that is somebody
     * else by now.
     *
     * @param known who that was
     * @param former their account
     */
    void becomeGuest(Person known, Account former) {
        UserName current = name;
        if (current != null && person == known && known.account().isEmpty()) {
            long mark = authorship.mark();
            who = who(current, null);
            authorship.named(current);
            registry.loggedOut(session, former);
            session.rooms().renamed(current, mark);
        }
    }
}
