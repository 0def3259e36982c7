package chat.server;

import ch.qos.logback.classic.LoggerContext;
import chat.common.Limits;
import chat.common.net.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the server. */
@Command(
        name = "chat-server",
        description = "Hosts a chat that anyone can join with telnet, nc or chat-client.",
        mixinStandardHelpOptions = true,
        versionProvider = ChatServerMain.Version.class,
        sortOptions = false,
        footer = {
            "",
            "A RATE is how many at once, and how many more as time goes by: 60+5/s, 10+6/min, 5+10/h. A TIME is like 90s "
                    + "or 2m, a SIZE like 64m or 1g. \"none\" instead lifts that limit."
        },
        exitCodeOnExecutionException = 1)
public final class ChatServerMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServerMain.class);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen on this port; 0 picks a free one. Default: " + Limits.DEFAULT_PORT + ".")
    private int port = Limits.DEFAULT_PORT;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Listen on this address only. Default: all addresses of this machine.")
    private String bind = "";

    @Option(names = "--loops", paramLabel = "N", description = "Use this many event loops. Default: one for each core.")
    private int loops = ServerConfig.defaults().loops();

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "Move bytes with io_uring, epoll, kqueue or nio. Default: auto, the best that works here.")
    private String transport = "auto";

    @CommandLine.Mixin
    private StoreOptions store = new StoreOptions();

    @CommandLine.Mixin
    private TlsOptions tls = new TlsOptions();

    @CommandLine.Mixin
    private ProxyOptions proxies = new ProxyOptions();

    @CommandLine.Mixin
    private LimitOptions limits = new LimitOptions();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /**
     * Runs the server until it is told to stop.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ChatServerMain())
                .setParameterExceptionHandler(ChatServerMain::wrongUsage)
                .execute(args));
    }

    /** The whole help would push the one sentence that counts out of the window. */
    private static int wrongUsage(ParameterException mistake, String[] args) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println(mistake.getMessage());
        err.println("For all options type: chat-server --help");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws InterruptedException {
        ChatServer server;
        try {
            server = ChatServer.start(config());
        } catch (IOException e) {
            commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        Announcement.of(server);
        if (limits.areLifted()) {
            LOG.warn("All limits on connections, lines, names and unsent output are lifted:"
                    + " do not leave this server on an open port");
        }
        server.awaitClose();
        return CommandLine.ExitCode.OK;
    }

    private ServerConfig config() {
        try {
            return new ServerConfig(
                    bind,
                    port,
                    loops,
                    chosenTransport(),
                    tls.config(),
                    proxies.proxies(),
                    limits.settings(),
                    store.settings(),
                    store.replay());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), "--" + e.getMessage());
        }
    }

    private Transport chosenTransport() {
        Transport chosen = Transport.named(transport)
                .orElseThrow(() -> new IllegalArgumentException(
                        "transport: " + transport + " (expected: auto, io_uring, epoll, kqueue or nio)"));
        Optional<String> obstacle = chosen.unavailable();
        if (obstacle.isEmpty()) {
            return chosen;
        }
        LOG.warn("{} does not work here ({}); using {} instead", chosen, obstacle.get(), Transport.best());
        return Transport.best();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private static void stop(ChatServer server) {
        LOG.info("Stopping");
        server.close();
        LOG.info("Stopped");
        stopLogging();
    }

    /** Writes out what the log still holds. */
    private static void stopLogging() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }

    /** Reads the version that the build put into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ChatServerMain.class.getPackage().getImplementationVersion();
            return new String[] {"chat-server " + (version == null ? "(not packaged)" : version)};
        }
    }
}
