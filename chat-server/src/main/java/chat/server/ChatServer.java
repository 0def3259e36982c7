package chat.server;

import chat.server.account.AccountStore;
import chat.server.account.Accounts;
import chat.server.account.Logins;
import chat.server.account.MemoryAccounts;
import chat.server.command.Commands;
import chat.server.command.Secrecy;
import chat.server.command.Services;
import chat.server.contact.ContactStore;
import chat.server.control.Control;
import chat.server.control.ControlSocket;
import chat.server.control.Operations;
import chat.server.delivery.Outlets;
import chat.server.limit.AddressRange;
import chat.server.mail.MailStore;
import chat.server.mail.MemoryMail;
import chat.server.moderation.Moderation;
import chat.server.net.ChatCommandHandler;
import chat.server.net.ChatPipeline;
import chat.server.net.DeadPeers;
import chat.server.net.tls.Certificates;
import chat.server.room.MemoryStore;
import chat.server.room.RoomStore;
import chat.server.room.Rooms;
import chat.server.room.Timer;
import chat.server.session.AuthorMarks;
import chat.server.session.Contacts;
import chat.server.session.Ending;
import chat.server.session.PostOffice;
import chat.server.session.SessionRegistry;
import chat.server.session.Watches;
import chat.server.store.SqliteStore;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelGroupFuture;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: the only place where its parts are put together. */
public final class ChatServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);

    /** The most that stopping waits for, in seconds. */
    private static final long STOP_SECONDS = 3;

    private final ServerConfig config;
    private final EventLoopGroup loops;
    private final ChannelGroup channels;
    private final SessionRegistry registry;
    private final Listeners listeners;
    private final RoomStore store;
    private final Logins logins;
    private final Optional<ControlSocket> console;

    private ChatServer(ServerConfig config, EventLoopGroup loops, RoomStore store) throws IOException {
        this.config = config;
        this.loops = loops;
        this.store = store;
        this.channels = new DefaultChannelGroup("sessions", loops.next(), true);
        Clock clock = Clock.systemUTC();
        Rooms rooms = new Rooms(store, new LoopTimer(loops));
        this.registry = new SessionRegistry(channels, clock, config.limits(), new AuthorMarks(store.secret()));
        Outlets outlets = new Outlets(config.replay(), registry.times());
        Accounts accounts = new Accounts(clock, accounts(store));
        this.logins = new Logins(accounts, config.limits().registrations());
        MailStore mail = mail(store, clock);
        Moderation moderation =
                new Moderation(registry, rooms, accounts, sanctions(store, mail), proxies(config), clock);
        AtomicInteger tlsPort = new AtomicInteger();
        Commands commands = new Commands(new Services(
                registry,
                rooms,
                logins,
                new Secrecy(config.tlsForLogin(), tlsPort::get),
                new PostOffice(mail, registry),
                new Contacts(contacts(store)),
                moderation,
                new Watches(contacts(store), registry)));
        this.listeners =
                Listeners.open(config, loops, new ChatPipeline(registry, outlets, commands), moderation.gate());
        listeners.tls().ifPresent(address -> tlsPort.set(address.getPort()));
        if (!config.limits().peerTimeout().isZero()) {
            new DeadPeers(channels, config.limits().peerTimeout()).watch(loops);
        }
        this.console = console(config, new Operations(moderation, rooms, registry, logins));
    }

    /**
     * Starts a server.
     *
     * @param config how
     * @return the server, listening
     * @throws IOException if it cannot listen there, has no certificate that can be used, or cannot keep rooms where it
     *     should; the message is for people
     */
    public static ChatServer start(ServerConfig config) throws IOException {
        RoomStore store = open(config);
        try {
            return start(config, store);
        } catch (IOException e) {
            store.close();
            throw e;
        }
    }

    private static RoomStore open(ServerConfig config) throws IOException {
        Clock clock = Clock.systemUTC();
        return config.store().isEmpty()
                ? new MemoryStore(clock)
                : SqliteStore.open(config.store().get().withLatest(config.replay()), clock);
    }

    /** Who speaks for others, so that no ban may hit their addresses. */
    private static List<AddressRange> proxies(ServerConfig config) {
        List<AddressRange> all = new ArrayList<>(config.proxies().ranges());
        config.web().ifPresent(page -> all.addAll(page.forwarders().ranges()));
        return all;
    }

    private static AccountStore accounts(RoomStore store) {
        return store instanceof SqliteStore file ? file.accounts() : new MemoryAccounts();
    }

    private static MailStore mail(RoomStore store, Clock clock) {
        return store instanceof SqliteStore file ? file.mail() : new MemoryMail(clock, MailStore.KEEP);
    }

    private static ContactStore contacts(RoomStore store) {
        return store instanceof SqliteStore file ? file.contacts() : ContactStore.inMemory();
    }

    private static Moderation.Stores sanctions(RoomStore store, MailStore letters) {
        return store instanceof SqliteStore file
                ? new Moderation.Stores(file.sanctions(), file.audit(), letters)
                : Moderation.Stores.inMemory(letters);
    }

    private static ChatServer start(ServerConfig config, RoomStore store) throws IOException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                config.loops(),
                new DefaultThreadFactory("loop"),
                config.transport().ioHandlerFactory());
        try {
            return new ChatServer(config, loops, store);
        } catch (IOException e) {
            loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
            throw e;
        }
    }

    /** The local socket, if there is to be one and there can be. Chat works without. */
    private static Optional<ControlSocket> console(ServerConfig config, Control control) {
        if (config.adminSocket().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ControlSocket.open(config.adminSocket().get(), control));
        } catch (IOException e) {
            LOG.warn(e.getMessage());
            return Optional.empty();
        }
    }

    /** Where it listens; for plain text, if it does. */
    public InetSocketAddress address() {
        return listeners.plain().or(listeners::tls).orElseThrow();
    }

    /** Where it listens for plain text; empty if nowhere. */
    public Optional<InetSocketAddress> plainAddress() {
        return listeners.plain();
    }

    /** Where it listens for TLS; empty if nowhere. */
    public Optional<InetSocketAddress> tlsAddress() {
        return listeners.tls();
    }

    /** Where the page for browsers is; empty if nowhere. */
    public Optional<InetSocketAddress> webAddress() {
        return listeners.web();
    }

    /** Whom it says it is on the port of TLS; empty without one. */
    public Optional<Certificates> certificates() {
        return listeners.certificates();
    }

    /** How it was configured. */
    public ServerConfig config() {
        return config;
    }

    /**
     * Waits until the server is closed.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void awaitClose() throws InterruptedException {
        loops.terminationFuture().sync();
    }

    /**
     * Stops: accepts nobody any more, tells every session, gives them a few seconds to take what is still to be sent,
     * and leaves no thread behind.
     */
    @Override
    public void close() {
        console.ifPresent(ControlSocket::close);
        listeners.stop();
        registry.stop();
        ChannelGroupFuture closed = channels.newCloseFuture();
        for (Channel channel : channels) {
            channel.eventLoop().execute(() -> stop(channel));
        }
        closed.awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
        logins.close();
        store.close();
        loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        listeners.close();
    }

    private static void stop(Channel channel) {
        ChatCommandHandler handler = channel.pipeline().get(ChatCommandHandler.class);
        if (handler != null) { // else the channel has just closed by itself
            handler.session().end(Ending.SERVER_STOPPED);
        }
    }

    private record LoopTimer(EventLoopGroup loops) implements Timer {
        @Override
        public long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void after(long millis, Runnable task) {
            try {
                loops.schedule(task, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // Somebody leaves while the loops end: nobody is there to be told any more.
            }
        }
    }
}
