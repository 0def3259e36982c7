package chat.server;

import ch.qos.logback.classic.LoggerContext;
import chat.server.admin.AdminCommand;
import chat.server.admin.BackupCommand;
import chat.server.admin.ExportCommand;
import chat.server.admin.ImportCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the server. */
@Command(
        name = "chat-server",
        description = "Hosts a chat that anyone can join with telnet, nc or chat-client.",
        mixinStandardHelpOptions = true,
        versionProvider = ChatServerMain.Version.class,
        sortOptions = false,
        subcommands = {
            BackupCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            AdminCommand.class,
            DoctorCommand.class
        },
        commandListHeading = "%nWithout one of these commands it starts the server:%n",
        footer = {
            "",
            "A RATE is how many at once, and how many more as time goes by: 60+5/s, 10+6/min, 5+10/h. A TIME is like 90s "
                    + "or 2m, a SIZE like 64m or 1g. \"none\" instead lifts that limit."
        },
        exitCodeOnExecutionException = 1)
public final class ChatServerMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServerMain.class);

    @CommandLine.Mixin
    private ServerOptions options = new ServerOptions();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /**
     * Runs the server until it is told to stop, or one of its commands.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** All of it, commands included. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ChatServerMain())
                .registerConverter(Path.class, new GivenPath())
                .setParameterExceptionHandler(ChatServerMain::wrongUsage)
                .setExecutionStrategy(ChatServerMain::execute);
        for (CommandLine command : line.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version());
        }
        return line;
    }

    /** The whole help would push the one sentence that counts out of the window. */
    private static int wrongUsage(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, err);
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && command.getParent() != null
                && !command.getSubcommands().isEmpty()) {
            err.println("Its commands are: "
                    + String.join(", ", command.getSubcommands().keySet()));
        }
        err.println("For all options type: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty()) {
            String option = parsed.matchedOptions().get(0).longestName();
            throw new ParameterException(
                    parsed.subcommand().commandSpec().commandLine(),
                    option + " stands before the command, which would not see it (expected: chat-server "
                            + parsed.subcommand().commandSpec().name() + " " + option + " ...)");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    @Override
    public Integer call() throws InterruptedException {
        ChatServer server;
        try {
            server = ChatServer.start(options.config());
        } catch (IOException e) {
            Objects.requireNonNull(spec).commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        Announcement.of(server);
        if (options.areLimitsLifted()) {
            LOG.warn("All limits on connections, lines, names and unsent output are lifted:"
                    + " do not leave this server on an open port");
        }
        server.awaitClose();
        return CommandLine.ExitCode.OK;
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

    /** Reads what names a place: nothing at all would be the current directory, where nobody wants to find a server's files. */
    static final class GivenPath implements ITypeConverter<Path> {
        @Override
        public Path convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("there is no name in it (expected: a file or a directory)");
            }
            return Path.of(text);
        }
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
