package chat.server.session;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.limit.LimitSettings;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everybody who is connected: who they are, how many, and the server's log of their coming and going. Room messages do
 * not go through here. Thread-safe.
 */
public final class SessionRegistry {
    /** How many sessions may be there without a connection: each may still say what it said too fast, for seconds. */
    private static final int MOST_LINGERING = 256;

    private final ChannelGroup channels;
    private volatile boolean stopping;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger lingering = new AtomicInteger();
    private final Persons persons = new Persons();
    private final ConcurrentMap<EventLoop, IdleFlush> idleFlushes = new ConcurrentHashMap<>();

    private final SessionLog log = new SessionLog(System::nanoTime);
    private final InstantSource clock;
    private final LimitSettings limits;
    private final LocalTimes times;
    private final OutputBudget budget;
    private final ConcurrentMap<EventLoop, PendingSweep> pendingSweeps = new ConcurrentHashMap<>();
    private final ResumeKeys resumeKeys;
    private final AuthorMarks marks;
    private final List<Comings> comings = new CopyOnWriteArrayList<>();
    private volatile Doorman doorman = (session, room) -> true;
    private final FormerBearers bearers;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Departures departures;

    /**
     * Begins where nothing that people write outlives the process.
     *
     * @param channels see below
     * @param clock see below
     * @param limits see below
     */
    public SessionRegistry(ChannelGroup channels, InstantSource clock, LimitSettings limits) {
        this(channels, clock, limits, new AuthorMarks(new SecureRandom().generateSeed(16)));
    }

    /**
     * Begins with the channels of a group, which has none.
     *
     * @param channels holds the channel of every session that has not ended, to be counted and closed
     * @param clock dates what is told to one session alone
     * @param limits how much each session may ask for
     * @param marks what people's words are kept with
     */
    public SessionRegistry(ChannelGroup channels, InstantSource clock, LimitSettings limits, AuthorMarks marks) {
        this.channels = channels;
        this.marks = marks;
        this.clock = clock;
        this.times = new LocalTimes(clock, ZoneId.systemDefault());
        this.limits = limits;
        this.budget = new OutputBudget(limits.maxPendingBytes());
        this.resumeKeys = new ResumeKeys(clock);
        this.bearers = new FormerBearers(clock);
        this.departures = new Departures(clock);
    }

    /** How many sessions there are, named or not. */
    public int active() {
        return channels.size();
    }

    /** Everybody who is connected, with a name or without; a view. */
    public Collection<Session> sessions() {
        return Collections.unmodifiableCollection(sessions);
    }

    /** The addresses of the proxies that somebody here comes through. */
    public Set<InetAddress> proxies() {
        return sessions.stream()
                .flatMap(session -> Stream.ofNullable(Origin.proxy(session.out().channel())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who has left lately. */
    public Departures departures() {
        return departures;
    }

    /**
     * Who goes by a name.
     *
     * @param name whose
     * @return the person, if the name is in use
     */
    public Optional<Person> find(UserName name) {
        return persons.find(name);
    }

    /**
     * The name that keeps a session from having one: it is the same, or looks the same.
     *
     * @param name which
     * @param session who wants it
     * @return the name of another session, if there is one in the way
     */
    public Optional<UserName> inTheWay(UserName name, Session session) {
        return persons.inTheWay(name, session.identity().person());
    }

    /** Sessions that begin from now on end at once. */
    public void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** A number that no other session here has had. */
    long nextId() {
        return ids.incrementAndGet();
    }

    /** Dates what is told to one session alone. */
    public InstantSource clock() {
        return clock;
    }

    /** Writes moments as people here read them. */
    public LocalTimes times() {
        return times;
    }

    /** How much each session may ask for. */
    public LimitSettings limits() {
        return limits;
    }

    /** What people's words are kept with. */
    public AuthorMarks marks() {
        return marks;
    }

    /** Who has had which name lately. */
    FormerBearers bearers() {
        return bearers;
    }

    /** The keys under which programs come back. */
    ResumeKeys resumeKeys() {
        return resumeKeys;
    }

    /** Makes a session's way out, with what the sessions of its event loop share. */
    Outbound outbound(ChannelHandlerContext entry, boolean bare, Intake intake, Backlog backlog) {
        EventLoop loop = entry.channel().eventLoop();
        PendingSweep sweep = pendingSweeps.computeIfAbsent(loop, l -> new PendingSweep(l, budget));
        IdleFlush idle = idleFlushes.computeIfAbsent(loop, IdleFlush::new);
        return new Outbound(new Wire(entry, bare, sweep), intake, idle, backlog);
    }

    void opened(Session session) {
        channels.add(session.out().channel());
        sessions.add(session);
        log.joined(session, active());
    }

    /** Everybody who has a name. */
    Persons persons() {
        return persons;
    }

    /**
     * By which connections the owner of an account is here.
     *
     * @param account its {@linkplain Account#id number}
     * @return the sessions that have logged in to it; a view
     */
    public List<Session> sessions(long account) {
        return persons.find(account).map(Person::sessions).orElse(List.of());
    }

    /**
     * Asks to hear who comes.
     *
     * @param listener from now on
     */
    public void listen(Comings listener) {
        comings.add(listener);
    }

    /**
     * Has rooms guarded.
     *
     * @param guard decides from now on who may follow into a room
     */
    public void guard(Doorman guard) {
        doorman = guard;
    }

    Doorman doorman() {
        return doorman;
    }

    void named(Session session) {
        log.named(session);
        tellNamed(session);
    }

    void renamed(Session session, UserName before) {
        log.renamed(session, before);
        tellNamed(session);
    }

    private void tellNamed(Session session) {
        comings.forEach(listener -> listener.named(session));
        Person person = session.identity().person();
        if (person != null && person.comesAs(session.name())) {
            comings.forEach(listener -> listener.came(session));
        }
    }

    void loggedIn(Session session) {
        comings.forEach(listener -> listener.loggedIn(session));
    }

    /**
     * An account is no more: whoever has logged in to it is a guest. Any thread.
     *
     * @param account which
     * @return completed when each of their connections knows
     */
    public CompletableFuture<Void> forget(Account account) {
        bearers.gaveUp(account.name(), marks.of(account.id()));
        CompletableFuture<?>[] known = persons.logOut(account)
                .map(person -> person.sessions().stream()
                        .map(session -> session.ask(() -> {
                            session.identity().becomeGuest(person, account);
                            return true;
                        }))
                        .toArray(CompletableFuture<?>[]::new))
                .orElseGet(() -> new CompletableFuture<?>[0]);
        return CompletableFuture.allOf(known);
    }

    void loggedOut(Session session, Account former) {
        comings.forEach(listener -> listener.loggedOut(session, former));
    }

    /** Whether one more session may be there without a connection; if so, it counts until it has ended. */
    boolean linger(Session session) {
        if (lingering.incrementAndGet() <= MOST_LINGERING) {
            session.exit().whenTaken(lingering::decrementAndGet);
            return true;
        }
        lingering.decrementAndGet();
        return false;
    }

    void ended(Session session, Ending ending) {
        channels.remove(session.out().channel());
        sessions.remove(session);
        session.identity().remember();
        session.identity().leave();
        comings.forEach(listener -> listener.left(session));
        log.left(session, ending, active());
    }
}
