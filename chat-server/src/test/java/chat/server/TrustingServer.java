package chat.server;

import chat.common.UserName;
import chat.server.account.Accounts;
import chat.server.command.Commands;
import chat.server.delivery.Outlets;
import chat.server.limit.LimitSettings;
import chat.server.net.ChatPipeline;
import chat.server.room.Rooms;
import chat.server.room.Timer;
import chat.server.session.AuthorMarks;
import chat.server.session.Comings;
import chat.server.session.Contacts;
import chat.server.session.PostOffice;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import chat.server.store.SqliteStore;
import chat.server.store.StoreSettings;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.DefaultChannelGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * A server as a process of its own, for tests of what becomes of mail: bob and carl are registered, and whoever takes the name
 * {@code is-bob} has logged in as bob. No test has to wait for passwords.
 */
public final class TrustingServer {
    private static final String PREFIX = "is-";

    private TrustingServer() {}

    /** Runs until it is killed; prints the port. */
    public static void main(String[] arguments) throws IOException {
        Clock clock = Clock.systemUTC();
        ServerConfig config = ServerConfig.defaults().withBind("127.0.0.1").withPort(0);
        SqliteStore store = SqliteStore.open(StoreSettings.in(Path.of(arguments[0])), clock);
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(2, config.transport().ioHandlerFactory());
        Rooms rooms = new Rooms(store, new LoopTimer(loops));
        SessionRegistry registry = new SessionRegistry(
                new DefaultChannelGroup(loops.next(), true),
                clock,
                LimitSettings.none(),
                new AuthorMarks(store.secret()));
        Accounts accounts = new Accounts(clock);
        accounts.add(UserName.of("bob"), false).join();
        accounts.add(UserName.of("carl"), false).join();
        PostOffice post = new PostOffice(store.mail(), registry);
        registry.listen(post);
        registry.listen(new Trust(accounts));
        Commands commands = new Commands(registry, rooms, accounts, post, new Contacts(store.contacts()));
        Listeners listeners =
                Listeners.open(config, loops, new ChatPipeline(registry, new Outlets(0, registry.times()), commands));
        System.out.println(
                "Listening on port " + listeners.plain().orElseThrow().getPort() + " ");
    }

    private record Trust(Accounts accounts) implements Comings {
        @Override
        public void named(Session session) {
            String name = session.name().toString();
            if (name.startsWith(PREFIX)) {
                accounts.find(UserName.of(name.substring(PREFIX.length())))
                        .ifPresent(account -> session.out()
                                .channel()
                                .eventLoop()
                                .execute(() -> session.identity().logIn(account)));
            }
        }
    }

    private record LoopTimer(EventLoopGroup loops) implements Timer {
        @Override
        public long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void after(long millis, Runnable task) {
            loops.schedule(task, millis, TimeUnit.MILLISECONDS);
        }
    }
}
