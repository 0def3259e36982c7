package chat.client.console;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the console looks and behaves.
 *
 * @param where the server, for the status line: {@code localhost:8090}
 * @param security tells how well the connection is protected, for the status line: {@code not encrypted}; empty if
 *     nothing needs to be said. Asked again whenever the line is drawn: with a connection it may change
 * @param color when to use colours
 * @param plain whether to use words instead of marks and never to redraw, for screen readers and dumb terminals; a
 *     terminal that calls itself dumb is treated so anyway
 * @param bell whether the terminal's bell rings for what is meant for this person
 * @param theme which colours
 * @param historyFile where typed lines are kept for the next time; null to keep none
 * @param environment the process's environment variables: {@code NO_COLOR} and {@code TERM} matter
 */
public record ConsoleSettings(
        String where,
        Supplier<String> security,
        ColorMode color,
        boolean plain,
        boolean bell,
        Theme theme,
        @Nullable Path historyFile,
        Map<String, String> environment) {
    /** What {@code security} says of a connection that others could read. */
    public static final String IN_THE_CLEAR = "not encrypted";

    /** When to use colours. */
    public enum ColorMode {
        /** If the terminal can, and {@code NO_COLOR} is not set. */
        AUTO,
        /** Whatever the environment says. */
        ALWAYS,
        /** Not at all. */
        NEVER
    }

    /** Copies the environment. */
    public ConsoleSettings {
        environment = Map.copyOf(environment);
    }

    /** Whether others could read what is sent. */
    boolean isInTheClear() {
        return security.get().equals(IN_THE_CLEAR);
    }

    /** Whether the terminal takes plain lines only. */
    boolean isPlain() {
        return plain || terminalType().equals("dumb");
    }

    /** What the terminal calls itself. */
    String terminalType() {
        String type = environment.getOrDefault("TERM", "");
        return type.isEmpty() ? "dumb" : type;
    }

    /** Whether to write colours. */
    boolean isColored() {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> environment.getOrDefault("NO_COLOR", "").isEmpty();
        };
    }

    /**
     * Where the history is kept unless told otherwise: {@code chat-client/history} in the folder for state that the XDG
     * Base Directory Specification names.
     *
     * @param environment the process's environment variables
     * @param home the home folder
     * @return the file; it does not have to exist
     */
    public static Path defaultHistoryFile(Map<String, String> environment, Path home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        return folder.resolve("chat-client/history");
    }
}
