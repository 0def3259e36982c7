package chat.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** How a command ends: with 0, or with one sentence and 1. */
final class Outcome {
    private final PrintWriter err;
    private int code = ExitCode.OK;

    private Outcome(PrintWriter err) {
        this.err = err;
    }

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        void run(Outcome outcome) throws IOException;
    }

    /**
     * Does it.
     *
     * @param spec the command's
     * @param work what to do
     * @return what the process ends with
     */
    static int of(@Nullable CommandSpec spec, Work work) {
        PrintWriter err = DataOption.required(spec).commandLine().getErr();
        try {
            Outcome outcome = new Outcome(err);
            work.run(outcome);
            return outcome.code;
        } catch (IOException e) {
            err.println(sentence(e));
            return ExitCode.SOFTWARE;
        }
    }

    /** Those of the system are no sentences. */
    private static String sentence(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be read or written by this user.";
        }
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : "Could not be written or read: " + message + ".";
    }

    /** Ends with another number than 0. */
    void exit(int other) {
        code = other;
    }

    /** Tells what was done, on standard error: standard output may be what was asked for. */
    void say(String format, Object... values) {
        err.printf(Locale.ROOT, format, values);
        err.flush();
    }

    /** Tells how far it is, in units of that size. */
    ProgressLine progress(String unit, long unitSize) {
        return ProgressLine.on(err, unit, unitSize);
    }
}
