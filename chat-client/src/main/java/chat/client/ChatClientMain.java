package chat.client;

import chat.client.bench.BenchCommand;
import chat.client.console.ConsoleReader;
import chat.common.Limits;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command line of the console client. */
@Command(
        name = "chat-client",
        description = "Joins a chat. Reads what you type, line by line; /cmd lists the commands.",
        mixinStandardHelpOptions = true,
        versionProvider = ChatClientMain.Version.class,
        subcommands = BenchCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:you left, or the input ended and the server has taken all of it",
            "1:could not connect, or the connection was lost",
            "2:wrong usage"
        })
public final class ChatClientMain implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", description = "The server. Default: localhost.")
    private String host = "localhost";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PORT",
            description = "Its port. Default: " + Limits.DEFAULT_PORT + ".")
    private int port = Limits.DEFAULT_PORT;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /**
     * Runs the client until the person leaves or the server is gone.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ChatClientMain()).execute(args));
    }

    @Override
    public Integer call() {
        if (port < 1 || port > 65535) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "PORT: " + port + " (expected: 1 to 65535)");
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (ChatClient client = ChatClient.connect(host, port, out::println)) {
            new ConsoleReader(System.in, client::send, () -> client.send("/quit")).start();
            return exitCode(client.farewell().join());
        } catch (IOException e) {
            return failed("Cannot connect to " + host + " port " + port + ": " + reason(e.getCause()) + ".");
        }
    }

    private int exitCode(Farewell farewell) {
        return switch (farewell) {
            case LEFT -> CommandLine.ExitCode.OK;
            case SERVER_STOPPED -> failed("The server has stopped.");
            case LOST -> failed("The connection to " + host + " port " + port + " was lost.");
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

    /** Reads the version that the build put into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ChatClientMain.class.getPackage().getImplementationVersion();
            return new String[] {"chat-client " + (version == null ? "(not packaged)" : version)};
        }
    }
}
