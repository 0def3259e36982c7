package chat.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it looks and sounds. */
@SuppressWarnings("UnusedVariable") // Flags finds what is a setting
public final class TerminalOptions {
    @Option(
            names = "--plain",
            negatable = true,
            description =
                    "Words instead of marks, and nothing is drawn twice: for screen readers and simple terminals.")
    private boolean plain;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colour: auto, always or never. Default: auto, which minds NO_COLOR.")
    private @Nullable String color;

    @Option(names = "--theme", paramLabel = "NAME", description = "The colours; //theme lists them.")
    private @Nullable String theme;

    @Option(names = "--no-bell", negatable = true, description = "No bell when somebody mentions you.")
    private boolean noBell;
}
