package chat.client;

import chat.client.bench.BenchCommand;
import chat.client.cli.ConnectingOptions;
import chat.client.cli.Flags;
import chat.client.cli.ScriptOptions;
import chat.client.cli.TerminalOptions;
import chat.client.cli.UsageMistakes;
import chat.client.cli.Version;
import chat.client.config.ClientSettings;
import chat.client.config.ServerAddress;
import chat.client.config.WrongSettingException;
import chat.client.console.Console;
import chat.client.console.ConsoleSettings;
import chat.client.console.LinkFactory;
import chat.client.link.LinkSettings;
import chat.client.link.ServerLink;
import chat.client.script.LineSource;
import chat.client.script.Output;
import chat.client.script.Script;
import chat.client.script.ScriptRun;
import chat.client.tls.Encryption;
import chat.client.tls.FirstMeeting;
import chat.client.tls.KnownServers;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
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
        customSynopsis = {"chat-client [OPTIONS] [HOST [PORT]]", "       chat-client bench [OPTIONS] [HOST [PORT]]"},
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
            "What is not given here is taken from the environment: CHAT_HOST, CHAT_PORT, CHAT_TLS,"
                    + " CHAT_TLS_CA, CHAT_TLS_FINGERPRINT, CHAT_NAME, CHAT_PASSWORD, CHAT_PASSWORD_FILE, CHAT_INSECURE_PASSWORD, CHAT_PLAIN,"
                    + " CHAT_COLOR, CHAT_THEME, CHAT_NO_BELL, CHAT_TIMEOUT. Else from the file"
                    + " ~/.config/chat-client/config.properties: host, port, tls, tls-ca,"
                    + " tls-fingerprint, name, password-file, insecure-password, plain, color, theme, no-bell,"
                    + " timeout, each on a line like name=ann."
        })
public final class ChatClientMain implements Callable<Integer> {
    private static final String NO_PASSWORD_HERE = "--password: everybody on this machine can read command lines."
            + " Put the password into a file and give --password-file FILE, or set CHAT_PASSWORD.";

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
    public Integer call() throws InterruptedException {
        try {
            if (commandLine().getParseResult().hasMatchedOption("--password")) {
                throw new WrongSettingException(NO_PASSWORD_HERE);
            }
            return run(ClientSettings.of(Flags.of(commandLine().getParseResult()), environment));
        } catch (WrongSettingException e) {
            throw new ParameterException(commandLine(), e.sentence());
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private int run(ClientSettings settings) throws WrongSettingException, InterruptedException {
        if (script.isAskedFor() || !Terminals.isInteractive()) {
            return runScript(settings) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
        Encryption encryption = encryption(settings);
        if (settings.exposesPassword() && !mayExpose()) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (encryption != null && !meets(encryption)) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        ConsoleSettings look = new ConsoleSettings(
                settings.server().host() + ":" + settings.server().port(),
                encryption == null ? settings.server()::wordsInTheClear : encryption::words,
                settings.color(),
                settings.plain(),
                settings.bell(),
                settings.theme(),
                ConsoleSettings.defaultHistoryFile(environment, Path.of(System.getProperty("user.home", ""))),
                environment);
        return Console.run(look, links(settings, encryption, true, true));
    }

    private boolean runScript(ClientSettings settings) throws WrongSettingException, InterruptedException {
        Script what = script.of(settings);
        if (settings.exposesPassword()) {
            throw new WrongSettingException(
                    "The password would go to " + settings.server() + " for everybody in between"
                            + " to read: add --tls, or, if that is all right, --insecure-password.");
        }
        PrintStream out = stream(FileDescriptor.out);
        Output output = script.isJson() ? Output.json(out) : script.isQuiet() ? Output.NONE : Output.text(out);
        LineSource lines = new LineSource(script.texts(), StandardInput.open());
        return ScriptRun.run(
                what,
                lines,
                output,
                stream(FileDescriptor.err),
                links(settings, encryption(settings), what.follow(), false));
    }

    private @Nullable Encryption encryption(ClientSettings settings) throws WrongSettingException {
        if (settings.tls() == null) {
            return null;
        }
        try {
            KnownServers known = KnownServers.of(environment, Path.of(System.getProperty("user.home", "")));
            return Encryption.to(settings.server().host(), settings.server().port(), settings.tls(), known);
        } catch (IOException e) {
            throw new WrongSettingException("--tls-ca: " + settings.tls().authorities() + ": " + e.getMessage()
                    + " (expected: a file of certificates in PEM)");
        }
    }

    private static boolean mayExpose() {
        String answer =
                Terminals.ask("This connection is not encrypted: whoever is in between can read your password.\n"
                        + "Log in all the same? [y/N] ");
        return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private static boolean meets(Encryption encryption) {
        try {
            return new FirstMeeting(encryption, Terminals::ask).goesOn();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private static LinkFactory links(
            ClientSettings settings, @Nullable Encryption encryption, boolean again, boolean replay) {
        ServerAddress server = settings.server();
        LinkSettings link =
                new LinkSettings(server.host(), server.port(), settings.name(), settings.password(), again, replay);
        return listener -> ServerLink.to(link, listener, encryption);
    }

    /** UTF-8 is what scripts expect, whatever the machine prefers. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
