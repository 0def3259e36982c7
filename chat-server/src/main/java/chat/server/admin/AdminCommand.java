package chat.server.admin;

import chat.server.control.ControlClient;
import chat.server.control.ControlReply;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code chat-server admin}: what operators do, on a running server, from the machine's own shell. */
@Command(
        name = "admin",
        description = "Does on the running server what operators may. Whoever may write to the server's socket, may.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
public final class AdminCommand implements Runnable {
    @Mixin
    private SocketOption socket = new SocketOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(line(), "Please say what to do (expected: one of " + commands() + ")");
    }

    private CommandLine line() {
        return DataOption.required(spec).commandLine();
    }

    private String commands() {
        return String.join(", ", line().getSubcommands().keySet());
    }

    @Command(description = "Makes a registered name an operator.")
    int op(@Parameters(paramLabel = "NAME") String name) {
        return ask("op", name);
    }

    @Command(description = "Takes the role of an operator away.")
    int deop(@Parameters(paramLabel = "NAME") String name) {
        return ask("deop", name);
    }

    @Command(description = "Lists who is connected, with names, addresses and rooms.")
    int users() {
        return ask("users");
    }

    @Command(description = "Lists who is banned or muted.")
    int bans() {
        return ask("bans");
    }

    @Command(description = "Bans a name, an address or a range of addresses from the server.")
    int ban(
            @Parameters(paramLabel = "WHOM", description = "A name, 192.0.2.7 or 192.0.2.0/24.") String whom,
            @Parameters(paramLabel = "WORDS", arity = "0..*", description = "for 2h, because ...")
                    String @Nullable [] words) {
        return ask("ban", whom, words);
    }

    @Command(description = "Ends a ban or a mute.")
    int unban(@Parameters(paramLabel = "WHOM", description = "As the list of bans shows it.") String whom) {
        return ask("unban", whom);
    }

    @Command(description = "Ends somebody's connections.")
    int kick(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "WORDS", arity = "0..*", description = "because ...") String @Nullable [] words) {
        return ask("kick", name, words);
    }

    @Command(description = "Says something to everybody, in the name of the server.")
    int say(@Parameters(paramLabel = "TEXT", arity = "1..*") String[] text) {
        return ask("say", String.join(" ", text));
    }

    @Command(description = "Shows what operators and owners of rooms have done lately.")
    int audit(
            @Parameters(paramLabel = "COUNT", arity = "0..1", description = "How many. Default: 20.") @Nullable
                    String count) {
        return count == null ? ask("audit") : ask("audit", count);
    }

    @Command(
            description =
                    "Sets the password of a name, and registers it if need be. The password is asked for, or is the"
                            + " first line of standard input.")
    int passwd(@Parameters(paramLabel = "NAME") String name) {
        return Outcome.of(spec, outcome -> outcome.exit(tell("passwd", name, NewPassword.read())));
    }

    private int ask(String verb, String what, String @Nullable [] more) {
        List<String> words = new ArrayList<>(List.of(verb, what));
        if (more != null && more.length > 0) {
            words.add(String.join(" ", more));
        }
        return ask(words.toArray(String[]::new));
    }

    private int ask(String... words) {
        return Outcome.of(spec, outcome -> outcome.exit(tell(words)));
    }

    /** Asks the server, prints what it says, and answers what the process ends with. */
    private int tell(String... words) throws IOException {
        ControlReply reply = ControlClient.ask(socket.file(), List.of(words));
        PrintWriter out = reply.done() ? line().getOut() : line().getErr();
        reply.lines().forEach(out::println);
        out.flush();
        return reply.done() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
