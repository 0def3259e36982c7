package chat.client.cli;

import chat.client.console.ConsoleSettings.ColorMode;
import chat.client.console.Theme;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
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
            completionCandidates = Colors.class,
            description = "Colour: auto, always or never. Default: auto, which minds NO_COLOR.")
    private @Nullable String color;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            completionCandidates = Themes.class,
            description = "The colours; //theme lists them.")
    private @Nullable String theme;

    @Option(names = "--no-bell", negatable = true, description = "No bell when somebody mentions you.")
    private boolean noBell;

    /** What the shell offers. */
    private abstract static class Words implements Iterable<String> {
        private final Enum<?>[] choices;

        Words(Enum<?>... choices) {
            this.choices = choices;
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(choices)
                    .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }

    static final class Colors extends Words {
        Colors() {
            super(ColorMode.values());
        }
    }

    static final class Themes extends Words {
        Themes() {
            super(Theme.values());
        }
    }
}
