package chat.server;

import chat.server.account.Accounts;
import chat.server.account.CheapLogins;
import chat.server.command.Commands;
import chat.server.command.Secrecy;
import chat.server.command.Services;
import chat.server.contact.ContactStore;
import chat.server.delivery.Outlets;
import chat.server.limit.AddressRange;
import chat.server.limit.LimitSettings;
import chat.server.mail.MailStore;
import chat.server.mail.MemoryMail;
import chat.server.moderation.Moderation;
import chat.server.net.ChatPipeline;
import chat.server.room.ManualTimer;
import chat.server.room.MemoryStore;
import chat.server.room.RoomStore;
import chat.server.room.Rooms;
import chat.server.session.Contacts;
import chat.server.session.PostOffice;
import chat.server.session.SessionRegistry;
import chat.server.session.Watches;
import io.netty.channel.ChannelHandler;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A whole chat without a network: every part is the real one, channels are embedded, and time is moved by hand. */
public final class EmbeddedChat implements AutoCloseable {
    private final ManualTimer timer = new ManualTimer();
    private final InstantSource clock = () -> Instant.ofEpochMilli(timer.millis());
    private final Accounts accounts = new Accounts(clock);
    private final MailStore mail = new MemoryMail(clock, MailStore.KEEP);
    private final Rooms rooms;
    private final SessionRegistry registry;
    private final Moderation moderation;
    private final Commands commands;
    private final ChatPipeline pipeline;
    private final List<Terminal> terminals = new ArrayList<>();

    /** A chat without limits. */
    public EmbeddedChat() {
        this(LimitSettings.none());
    }

    public EmbeddedChat(LimitSettings limits) {
        this(limits, MemoryStore::new);
    }

    /** A chat without limits and with another store, which is handed the chat's clock. */
    public EmbeddedChat(Function<InstantSource, RoomStore> store) {
        this(LimitSettings.none(), store);
    }

    /** A chat without limits in which who comes sees so many lines of what was said before. */
    public static EmbeddedChat withReplay(int replay) {
        return new EmbeddedChat(LimitSettings.none(), MemoryStore::new, replay);
    }

    public EmbeddedChat(LimitSettings limits, Function<InstantSource, RoomStore> store) {
        this(limits, store, 0);
    }

    public EmbeddedChat(LimitSettings limits, Function<InstantSource, RoomStore> store, int replay) {
        this(limits, store, replay, new Secrecy(false, () -> 0));
    }

    /** A chat without limits, in which passwords may be typed where this says. */
    public static EmbeddedChat with(Secrecy secrecy) {
        return new EmbeddedChat(LimitSettings.none(), MemoryStore::new, 0, secrecy);
    }

    public EmbeddedChat(LimitSettings limits, Function<InstantSource, RoomStore> store, int replay, Secrecy secrecy) {
        rooms = new Rooms(store.apply(clock), timer);
        registry = new SessionRegistry(new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE), clock, limits);
        moderation = new Moderation(
                registry,
                rooms,
                accounts,
                Moderation.Stores.inMemory(mail),
                List.of(AddressRange.parse("198.51.100.1")),
                clock);
        commands = new Commands(new Services(
                registry,
                rooms,
                CheapLogins.at(accounts, () -> TimeUnit.MILLISECONDS.toNanos(timer.millis())),
                secrecy,
                new PostOffice(mail, registry),
                new Contacts(ContactStore.inMemory()),
                moderation,
                new Watches(ContactStore.inMemory(), registry)));
        pipeline = new ChatPipeline(registry, new Outlets(replay, registry.times()), commands);
    }

    public SessionRegistry registry() {
        return registry;
    }

    public Moderation moderation() {
        return moderation;
    }

    public Commands commands() {
        return commands;
    }

    public Accounts accounts() {
        return accounts;
    }

    public MailStore mail() {
        return mail;
    }

    public Rooms rooms() {
        return rooms;
    }

    /** The time, in milliseconds since the epoch. */
    public long millis() {
        return timer.millis();
    }

    /** Somebody connects, and has not read the greeting yet. */
    public Terminal connect() {
        Terminal terminal = new Terminal(pipeline, this::settle);
        terminals.add(terminal);
        return terminal;
    }

    /** Somebody connects by another way in, and has sent nothing yet. */
    public Terminal connect(UnaryOperator<ChatPipeline> door) {
        Terminal terminal = new Terminal(door.apply(pipeline), this::settle);
        terminals.add(terminal);
        return terminal;
    }

    /** Somebody connects, and a door of another kind stands before everything else. */
    public EmbeddedChannel connectBehind(ChannelHandler door) {
        return new EmbeddedChannel(DefaultChannelId.newInstance(), door, pipeline);
    }

    /** Somebody connects and takes a name; everybody has read what there is to read about it. */
    public Terminal join(String name) {
        Terminal terminal = connect();
        terminal.type("/setname " + name);
        pass(1000);
        terminals.forEach(Terminal::text);
        return terminal;
    }

    /** A program connects, and has read that it gets JSON. */
    public Terminal connectProgram() {
        Terminal program = connect();
        program.type("/format json").text();
        return program;
    }

    /** A program connects and takes a name; everybody has read what there is to read about it. */
    public Terminal joinProgram(String name) {
        Terminal program = connectProgram();
        program.type("/setname " + name);
        pass(1000);
        terminals.forEach(Terminal::text);
        return program;
    }

    /** Lets time pass. */
    public void pass(long millis) {
        timer.advance(millis);
        terminals.forEach(terminal -> terminal.channel().advanceTimeBy(millis, TimeUnit.MILLISECONDS));
        settle();
    }

    /** Runs what is due on all event loops, until nothing is. */
    private void settle() {
        while (terminals.stream().anyMatch(terminal -> terminal.channel().hasPendingTasks())) {
            terminals.forEach(terminal -> terminal.channel().runPendingTasks());
        }
    }

    /** Everybody hangs up. Fails if one of the channels met an error that nobody handled. */
    @Override
    public void close() {
        terminals.forEach(Terminal::startReading);
        terminals.forEach(terminal -> terminal.channel().finishAndReleaseAll());
    }
}
