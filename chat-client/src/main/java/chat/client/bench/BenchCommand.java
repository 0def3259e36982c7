package chat.client.bench;

import chat.common.Limits;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the load generator: {@code chat-client bench}. */
@Command(
        name = "bench",
        description = "Puts a server of yours under load, checks every single delivery, and tells what it took.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every message reached everybody it was for, once and in order",
            "1:not so, or the run could not be finished",
            "2:wrong usage"
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int DEFAULT_WINDOW = 16;
    private static final int DEFAULT_SENDERS = 10;

    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST", description = "The server. Default: localhost.")
    private String host = "localhost";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PORT",
            description = "Its port. Default: " + Limits.DEFAULT_PORT + ".")
    private int port = Limits.DEFAULT_PORT;

    @Option(names = "--members", paramLabel = "N", description = "Connect this many. Default: 100.")
    private int members = 100;

    @Option(
            names = "--senders",
            paramLabel = "N",
            description = "This many of them say something. Default: " + DEFAULT_SENDERS + ".")
    private @Nullable Integer senders;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Send this many messages a second in all, whether the server keeps up or not;"
                    + " latency counts from when a message was due. Default: as many as the server takes.")
    private @Nullable Integer rate;

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Without --rate: each sender has this many messages underway that have not reached everybody"
                    + " yet; with --private, each pair. Default: " + DEFAULT_WINDOW + "; with --private, 1.")
    private @Nullable Integer window;

    @Option(names = "--payload", paramLabel = "BYTES", description = "Length of a text. Default: 100.")
    private int payload = 100;

    @Option(names = "--private", description = "Pairs of members write to each other instead of to the room.")
    private boolean privately;

    @Option(names = "--slow", paramLabel = "N", description = "This many members do not read. Default: 0.")
    private int slow;

    @Option(
            names = "--door",
            paramLabel = "DOOR",
            description = "Members come as text, as programs that read json, or to the port of the web page as web."
                    + " Default: text.")
    private String door = Door.TEXT.toString();

    @Option(names = "--seconds", paramLabel = "N", description = "Measure for this long. Default: 10.")
    private int seconds = 10;

    @Option(names = "--warmup", paramLabel = "SECONDS", description = "Before that, for this long not. Default: 2.")
    private int warmup = 2;

    @Option(names = "--loops", paramLabel = "N", description = "Use this many threads. Default: one for each core.")
    private int loops = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Write the report as one JSON object.")
    private boolean json;

    @Option(
            names = "--yes-this-is-my-server",
            description = "Without this, only servers on this machine are put under load.")
    private boolean mine;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        PrintWriter err = line.getErr();
        try {
            refuseHostInFront(line.getParent());
            BenchOptions options = options();
            Target target = Target.of(host, port);
            if (!target.isLoopback() && !mine) {
                throw new IllegalArgumentException(
                        target + " is another machine. If that server is yours, add --yes-this-is-my-server.");
            }
            Report report = new Bench(options, target, new Progress(err, CommandLine.Help.Ansi.AUTO.enabled())).run();
            out.print(json ? JsonReport.of(report) + "\n" : report.text());
            out.flush();
            if (json && !report.faults().isNone()) {
                err.println(report.verdict());
            }
            return report.faults().isNone() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        } catch (BenchException e) {
            err.println(e.sentence());
            if (json) {
                out.println(JsonReport.error(e.sentence()));
            }
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** {@code chat-client HOST bench} would otherwise put load on another host than the one named. */
    private static void refuseHostInFront(@Nullable CommandLine parent) {
        if (parent != null && !parent.getParseResult().matchedPositionals().isEmpty()) {
            throw new IllegalArgumentException("Please name the server behind the word bench: bench HOST PORT.");
        }
    }

    private BenchOptions options() {
        if (rate != null && (privately || window != null)) {
            throw new IllegalArgumentException("--rate goes neither with --private nor with --window.");
        }
        if (privately && senders != null) {
            throw new IllegalArgumentException("--senders does not go with --private: there everybody sends.");
        }
        int speaking = senders != null ? senders : Math.min(DEFAULT_SENDERS, members - slow);
        return new BenchOptions(
                members, privately ? members : speaking, load(), payload, slow, warmup, seconds, Door.of(door), loops);
    }

    private Load load() {
        if (rate != null) {
            return new Load.Rate(rate);
        }
        if (privately) {
            return new Load.PingPong(window == null ? 1 : window);
        }
        return new Load.Saturation(window == null ? DEFAULT_WINDOW : window);
    }
}
