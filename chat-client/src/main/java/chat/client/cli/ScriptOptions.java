package chat.client.cli;

import chat.client.config.ClientSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a script wants. */
@SuppressWarnings("UnusedVariable") // Flags finds what is a setting
public final class ScriptOptions {
    @Option(
            names = "--send",
            paramLabel = "TEXT",
            description = "Say this and leave; each line of it is one message, never a command. May be given several"
                    + " times. With - instead of a text: every line of the input.")
    private List<String> texts = List.of();

    @Option(
            names = "--to",
            paramLabel = "NAME",
            description = "Write to NAME alone instead of to the room, each line as it is.")
    private @Nullable String to;

    @Option(
            names = "--json",
            description = "Write events as JSON lines, and nothing else; read commands, each with an @TAG if it likes.")
    private boolean json;

    @Option(names = "--follow", description = "Stay when the input has ended, and connect again whenever that is lost.")
    private boolean follow;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Wait this long to be connected, and for each confirmation, unless --follow waits for ever."
                    + " Default: " + ClientSettings.DEFAULT_TIMEOUT + ".")
    private @Nullable String timeout;

    /** What to say, in order; {@code -} stands for the input. */
    public List<String> texts() {
        return texts;
    }

    /** To whom. */
    public @Nullable String to() {
        return to;
    }

    /** Whether events are written as JSON lines. */
    public boolean json() {
        return json;
    }

    /** Whether to stay. */
    public boolean follow() {
        return follow;
    }
}
