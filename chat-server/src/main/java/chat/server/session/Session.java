package chat.server.session;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Keeping;
import chat.common.event.NamePrompt;
import chat.common.event.Stamp;
import chat.common.event.Welcome;
import chat.common.net.Addresses;
import chat.server.account.Account;
import chat.server.room.Member;
import chat.server.room.Room;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected person, from accept to close. Unless a method says otherwise it is called on the channel's event loop,
 * which owns all state but the name.
 */
public final class Session implements Member {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final long id;
    private final SessionRegistry registry;
    private final LineTags tags;
    private final Memberships rooms;
    private final Voice voice;
    private final Incoming incoming;
    private final Answers answers;
    private final Exit exit;
    private final Identity identity;
    private final Questions questions;
    private @Nullable Outbound out;
    private @Nullable Intake intake;
    private final Acquaintances acquaintances = new Acquaintances();
    private Stage stage = Stage.UNNAMED;

    /**
     * Makes a session that has no connection yet.
     *
     * @param registry knows all sessions
     * @param feed delivers what rooms say
     */
    public Session(SessionRegistry registry, Feed feed) {
        this.id = registry.nextId();
        this.registry = registry;
        this.tags = new LineTags(this, registry.resumeKeys());
        this.rooms = new Memberships(this, feed, registry);
        this.voice = new Voice(this, rooms);
        this.incoming = new Incoming(this, registry.clock());
        this.answers = new Answers(this);
        this.exit = new Exit(this, registry);
        this.identity = new Identity(this, registry);
        this.questions = new Questions(this);
    }

    /**
     * Gives the session its connection, once.
     *
     * @param entry where encoded lines enter the pipeline
     * @param bare whether nothing between there and the socket has to see them
     */
    public void connect(ChannelHandlerContext entry, boolean bare) {
        Channel channel = entry.channel();
        Intake in = new Intake(
                channel, new Pace(this, channel.eventLoop(), registry.limits().pace()));
        intake = in;
        out = registry.outbound(entry, bare, in, rooms::catchUp);
    }

    /** Enters the session in the registry and greets the person. */
    public void start() {
        exit.open();
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

    /**
     * Finds something out on the session's event loop. Any thread.
     *
     * @param question what
     * @return the answer, completed there, also if the question fails; false if the session or its loop has ended
     */
    public CompletableFuture<Boolean> ask(BooleanSupplier question) {
        try {
            return CompletableFuture.supplyAsync(
                    () -> stage != Stage.ENDED && question.getAsBoolean(),
                    out().channel().eventLoop());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(false);
        }
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
        UserName current = identity.name();
        if (current == null) {
            throw new IllegalStateException("no name yet");
        }
        return current;
    }

    /** Whether a name was ever set. Any thread. */
    public boolean hasName() {
        return identity.name() != null;
    }

    /** Who that is. */
    public Identity identity() {
        return identity;
    }

    @Override
    public long account() {
        return identity.account().map(Account::id).orElse(Account.NONE);
    }

    @Override
    public boolean isAway() {
        return identity.absence() != null;
    }

    /** What the person's program calls its lines. */
    public LineTags tags() {
        return tags;
    }

    /** Whether a program reads this, which takes JSON, and an answer to each of its lines. */
    public boolean isProgram() {
        return out().format().isJson();
    }

    @Override
    public long mark() {
        return identity.mark();
    }

    /** The rooms that the session is in. */
    public Memberships rooms() {
        return rooms;
    }

    /** Whom the person reads. Any thread. */
    public Acquaintances acquaintances() {
        return acquaintances;
    }

    /** How the session speaks to the current one. */
    public Voice voice() {
        return voice;
    }

    /** What the person is told about the line in hand. */
    public Answers answers() {
        return answers;
    }

    /** The password that the person is asked for. */
    public Questions questions() {
        return questions;
    }

    /** Where the session ends. */
    public Exit exit() {
        return exit;
    }

    @Override
    public void looksAfter(RoomName room) {
        later(() -> rooms.companions().looksAfter(room));
    }

    @Override
    public void told(Keeping keeping) {
        later(() -> send(keeping));
    }

    /** Runs something on the session's event loop, unless that has ended. Any thread. */
    public void later(Runnable task) {
        try {
            out().channel().eventLoop().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The loop of {} has ended, and with it everybody on it", address());
        }
    }

    /** Tells it, and that the room may have one message of its own less than it seemed. */
    @Override
    public void notKept(Room room, Authored what, String why) {
        out().channel().eventLoop().execute(() -> {
            if (what.isMessage()) {
                voice.notKept(room);
            }
            send(Failure.notKept(why));
        });
    }

    /** It has a name. */
    void named() {
        stage = Stage.NAMED;
    }

    /** Tells the session something that it has not asked for, behind what its rooms have said, unless it has ended. */
    public void send(Event event) {
        send(event, null);
    }

    /**
     * The same with what programs are told beside it.
     *
     * @param event what
     * @param stamp up to where a room's history is told by it; null if there is nothing to tell about that
     */
    public void send(Event event, @Nullable Stamp stamp) {
        if (stage != Stage.ENDED) {
            out().write(event, stamp, null);
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
        return incoming.offer(event);
    }

    /**
     * Ends the session, since the same program has connected again. Any thread.
     *
     * @return completed when it has ended and its name is free
     */
    CompletableFuture<Void> replace() {
        return CompletableFuture.runAsync(
                () -> end(Ending.REPLACED), out().channel().eventLoop());
    }

    /**
     * Ends the session by its {@link Exit}. Only the first call counts.
     *
     * @param ending why
     */
    public void end(Ending ending) {
        if (stage != Stage.ENDED) {
            stage = Stage.ENDED;
            exit.take(ending);
        }
    }
}
