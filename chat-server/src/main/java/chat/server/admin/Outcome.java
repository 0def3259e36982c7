package chat.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command ends: with 0, or with one sentence and 1. */
final class Outcome {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        void run(PrintWriter err) throws IOException;
    }

    int of(Work work) {
        PrintWriter err = commandSpec().commandLine().getErr();
        try {
            work.run(err);
            return ExitCode.OK;
        } catch (IOException e) {
            err.println(sentence(e));
            return ExitCode.SOFTWARE;
        }
    }

    /** Those of the system are no sentences. */
    private static String sentence(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : "Could not be written or read: " + message + ".";
    }

    /** Tells what was done, on standard error: standard output may be what was asked for. */
    void say(String format, Object... values) {
        PrintWriter err = commandSpec().commandLine().getErr();
        err.printf(Locale.ROOT, format, values);
        err.flush();
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
