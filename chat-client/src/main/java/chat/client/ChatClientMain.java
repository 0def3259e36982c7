package chat.client;

import chat.client.bench.BenchCommand;
import chat.client.cli.ConnectingOptions;
import chat.client.cli.Flags;
import chat.client.cli.ScriptOptions;
import chat.client.cli.TerminalOptions;
import chat.client.cli.UsageMistakes;
import chat.client.cli.Version;
import chat.client.config.ClientSettings;
import chat.client.config.WrongSettingException;
import chat.client.console.ConsoleReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command line of the console client. */
@Command(
        name = "chat-client",
        description = "Joins a chat. On a terminal you talk; in a script lines go in and out, and the exit code tells.",
        customSynopsis = {"chat-client [OPTIONS] [HOST [PORT]]", "chat-client bench [OPTIONS] [HOST [PORT]]"},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = BenchCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done: you left, or the server has taken everything",
            "1:could not: no connection, or it was lost; name taken, or a line refused or not confirmed in time",
            "2:wrong usage"
        },
        footerHeading = "%nWhere options come from:%n",
        footer = {
            "  What is not given here is taken from the environment (CHAT_HOST, CHAT_PORT, CHAT_NAME, CHAT_COLOR,",
            "  CHAT_PLAIN, CHAT_NO_BELL, CHAT_THEME, CHAT_TIMEOUT), and else from the file",
            "  ~/.config/chat-client/config.properties (host, port, name, color, plain, no-bell, theme, timeout)."
        })
public final class ChatClientMain implements Callable<Integer> {
    @SuppressWarnings("UnusedVariable") // Flags finds it
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HOST",
            description = "The server; HOST:PORT and [::1]:PORT will do. Default: localhost.")
    private @Nullable String host;

    @SuppressWarnings("UnusedVariable") // Flags finds it
    @Parameters(index = "1", arity = "0..1", paramLabel = "PORT", description = "Its port. Default: 8090.")
    private @Nullable String port;

    @SuppressWarnings("UnusedVariable") // Flags finds it
    @ArgGroup(validate = false, order = 1, heading = "%nConnecting:%n")
    private ConnectingOptions connecting = new ConnectingOptions();

    @SuppressWarnings("UnusedVariable") // Flags finds it
    @ArgGroup(validate = false, order = 2, heading = "%nOn a terminal:%n")
    private TerminalOptions terminal = new TerminalOptions();

    @SuppressWarnings("UnusedVariable") // Flags finds it
    @ArgGroup(validate = false, order = 3, heading = "%nIn a script (or with input or output that is no terminal):%n")
    private ScriptOptions script = new ScriptOptions();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final Map<String, String> environment;

    /**
     * Makes the command.
     *
     * @param environment the variables to read
     */
    public ChatClientMain(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Runs the client until the person leaves or the server is gone.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    /**
     * The whole command line.
     *
     * @param environment the variables to read
     * @return ready to run
     */
    public static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new ChatClientMain(environment))
                .setExpandAtFiles(false) // @bob is a person
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(new UsageMistakes());
    }

    @Override
    public Integer call() {
        try {
            return run(ClientSettings.of(Flags.of(commandLine().getParseResult()), environment));
        } catch (WrongSettingException e) {
            throw new ParameterException(commandLine(), e.sentence());
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private int run(ClientSettings settings) {
        String server = settings.server().host();
        int serverPort = settings.server().port();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (ChatClient client = ChatClient.connect(server, serverPort, out::println)) {
            new ConsoleReader(System.in, client::send, () -> client.send("/quit")).start();
            return exitCode(client.farewell().join(), settings);
        } catch (IOException e) {
            return failed("Cannot connect to " + settings.server() + ": " + reason(e.getCause()) + ".");
        }
    }

    private int exitCode(Farewell farewell, ClientSettings settings) {
        return switch (farewell) {
            case LEFT -> CommandLine.ExitCode.OK;
            case SERVER_STOPPED -> failed("The server has stopped.");
            case LOST -> failed("The connection to " + settings.server() + " was lost.");
        };
    }

    private static int failed(String sentence) {
        System.err.println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "there is no such host";
        }
        if (cause instanceof ConnectException
                && String.valueOf(cause.getMessage()).contains("refused")) {
            return "no server is listening there";
        }
        return cause == null ? "unknown reason" : String.valueOf(cause.getMessage());
    }
}
