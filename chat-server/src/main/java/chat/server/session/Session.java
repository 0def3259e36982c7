package chat.server.session;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.NamePrompt;
import chat.common.event.Welcome;
import chat.common.net.Addresses;
import chat.server.room.Member;
import chat.server.room.Room;
import chat.server.session.Feed.Subscription;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected person, from accept to close. Unless a method says otherwise it is called on the channel's event loop,
 * which owns all state but the name.
 */
public final class Session implements Member {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Failure MISTAKE = new Failure(
            Failure.Code.SERVER_MISTAKE, "The server made a mistake, and that was not done. Please try again.");
    private static final CompletableFuture<Boolean> TAKEN = CompletableFuture.completedFuture(true);
    private static final CompletableFuture<Boolean> REFUSED = CompletableFuture.completedFuture(false);

    private final long id;
    private final SessionRegistry registry;
    private final Feed feed;
    private @Nullable Outbound out;
    private @Nullable Intake intake;
    private Stage stage = Stage.UNNAMED;
    private volatile @Nullable UserName name;
    private List<Subscription> subscriptions = List.of();

    private final Incoming incoming = new Incoming();

    /**
     * Makes a session that has no connection yet.
     *
     * @param registry knows all sessions
     * @param feed delivers what rooms say
     */
    public Session(SessionRegistry registry, Feed feed) {
        this.id = registry.nextId();
        this.registry = registry;
        this.feed = feed;
    }

    /**
     * Gives the session its connection, once.
     *
     * @param entry where encoded lines enter the pipeline
     * @param bare whether nothing between there and the socket has to see them
     */
    public void connect(ChannelHandlerContext entry, boolean bare) {
        Channel channel = entry.channel();
        Intake in = new Intake(channel);
        intake = in;
        out = new Outbound(new Wire(entry, bare), in, registry.idleFlush(channel.eventLoop()), this::catchUp);
    }

    /** Enters the session in the registry and greets the person. */
    public void start() {
        registry.opened(this);
        out().readBegins();
        send(new Welcome());
        send(new NamePrompt());
        out().readEnds();
        if (registry.isStopping()) {
            end(Ending.SERVER_STOPPED);
        }
    }

    @Override
    public long id() {
        return id;
    }

    /** The connection's way out. */
    public Outbound out() {
        return Objects.requireNonNull(out, "no connection yet");
    }

    /** When the connection's lines are taken. */
    public Intake intake() {
        return Objects.requireNonNull(intake, "no connection yet");
    }

    /** Where the person really is, as logs write it: {@code 192.0.2.7:40422}. Any thread. */
    public String address() {
        return Addresses.shown(Origin.of(out().channel()));
    }

    /** Where the session stands. */
    public Stage stage() {
        return stage;
    }

    /**
     * The name. Any thread.
     *
     * @throws IllegalStateException if there is none yet
     */
    @Override
    public UserName name() {
        UserName current = name;
        if (current == null) {
            throw new IllegalStateException("no name yet");
        }
        return current;
    }

    /** Whether a name was ever set. Any thread. */
    public boolean hasName() {
        return name != null;
    }

    /** The room that plain text goes to. The session is named. */
    public Room currentRoom() {
        return current().room();
    }

    private Subscription current() {
        return subscriptions.get(subscriptions.size() - 1);
    }

    /**
     * Says something to the current room. The session is named.
     *
     * @param text what, printable
     * @return completed when the room has come far enough with its deliveries for more; until then, nothing more from
     *     this session
     */
    public CompletableFuture<Void> say(String text) {
        Subscription room = current();
        room.willSay();
        room.room().say(this, text);
        return room.room().whenReady();
    }

    /**
     * Takes a name, for the first time or instead of the one until now; rooms are told.
     *
     * @param wanted the name
     * @return whether it was free
     */
    public boolean takeName(UserName wanted) {
        if (!registry.claim(wanted, this)) {
            return false;
        }
        UserName before = name;
        name = wanted;
        stage = Stage.NAMED;
        if (before == null) {
            registry.named(this);
        } else {
            // first the rooms: once the registry lets go of the old name, somebody else may come in with it
            subscriptions.forEach(subscription -> subscription.room().renamed(this, before));
            registry.renamed(this, before);
        }
        return true;
    }

    /**
     * Joins a room and reads it from now on. The session is named.
     *
     * @param room which; not one it is in already
     */
    public void join(Room room) {
        List<Subscription> more = new ArrayList<>(subscriptions);
        more.add(feed.subscribe(this, room));
        subscriptions = List.copyOf(more);
        room.enter(this);
    }

    /**
     * Tells the session something, behind what its rooms have said so far.
     *
     * @param event what; nothing happens if the session has ended
     */
    public void send(Event event) {
        if (stage != Stage.ENDED) {
            out().write(event);
        }
    }

    /**
     * Tells the session that something was done, which may wait a moment for company.
     *
     * @param event what; nothing happens if the session has ended
     */
    public void confirm(Event event) {
        if (stage != Stage.ENDED) {
            out().confirm(event);
        }
    }

    /**
     * Tells the session something that somebody else wants it to know, unless it cannot take it now. Any thread.
     *
     * @param event what
     * @return whether it was written, behind everything its rooms had said by now: known at once when asked on the
     *     session's own event loop, else completed there
     */
    public CompletableFuture<Boolean> offer(Event event) {
        EventLoop loop = out().channel().eventLoop();
        if (loop.inEventLoop()) {
            return take(event) ? TAKEN : REFUSED;
        }
        if (!out().isWritable() || !incoming.enter()) {
            return REFUSED;
        }
        return CompletableFuture.supplyAsync(() -> take(event), loop).whenComplete((taken, error) -> incoming.leave());
    }

    private boolean take(Event event) {
        return stage != Stage.ENDED && out().offer(event);
    }

    /**
     * Runs something on the session's event loop when an answer is known; what the person types meanwhile waits, so
     * answers keep the order of their requests.
     *
     * @param answer completed on any thread
     * @param then takes the answer
     */
    public <T> void whenKnown(CompletableFuture<T> answer, Consumer<T> then) {
        intake().hold();
        answer.whenComplete((value, error) -> out().channel().eventLoop().execute(() -> {
            try {
                if (error == null) {
                    then.accept(value);
                } else {
                    LOG.error("A request from {} failed", address(), error);
                    send(MISTAKE);
                }
            } finally {
                intake().release();
            }
        }));
    }

    /** Writes what the session's rooms have said so far; whether nothing is left. */
    private boolean catchUp() {
        boolean level = true;
        for (Subscription subscription : subscriptions) {
            level &= subscription.catchUp();
        }
        return level;
    }

    /**
     * The one exit of every session: out of its rooms, its name free again, and the connection let go as the ending
     * says. Only the first call counts.
     *
     * @param ending why
     */
    public void end(Ending ending) {
        if (stage == Stage.ENDED) {
            return;
        }
        stage = Stage.ENDED;
        try {
            sayGoodbye(ending);
            leaveRooms(ending != Ending.SERVER_STOPPED);
        } finally {
            registry.ended(this, ending);
            out().close(ending);
        }
    }

    /** Writes the last line, and what its rooms said before it. */
    private void sayGoodbye(Ending ending) {
        Goodbye.Reason goodbye = ending.goodbye();
        if (goodbye != null) {
            out().write(new Goodbye(goodbye));
        }
    }

    private void leaveRooms(boolean tell) {
        List<Subscription> left = subscriptions;
        subscriptions = List.of();
        for (Subscription subscription : left) {
            subscription.cancel();
            if (tell) {
                subscription.room().exit(this);
            }
        }
    }
}
