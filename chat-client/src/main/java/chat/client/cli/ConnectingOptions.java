package chat.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and who. */
@SuppressWarnings("UnusedVariable") // Flags finds what is a setting
public final class ConnectingOptions {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Go by this name. Without it you are asked for one, or begin with /setname NAME.")
    private @Nullable String name;
}
