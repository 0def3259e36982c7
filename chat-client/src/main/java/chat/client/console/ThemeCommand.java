package chat.client.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code //theme}: which colours. */
final class ThemeCommand implements OwnCommand {
    private final Surface surface;

    ThemeCommand(Surface surface) {
        this.surface = surface;
    }

    @Override
    public String verb() {
        return "theme";
    }

    @Override
    public String usage() {
        return "//theme auto|dark|light|mono";
    }

    @Override
    public String summary() {
        return "chooses colours for your background";
    }

    @Override
    public List<String> arguments() {
        return Arrays.stream(Theme.values())
                .map(theme -> theme.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public String run(String argument) throws RefusedException {
        String wanted = argument.toLowerCase(Locale.ROOT);
        if (!arguments().contains(wanted)) {
            throw new RefusedException("Please type " + usage() + ".");
        }
        return surface.theme(Theme.valueOf(wanted.toUpperCase(Locale.ROOT)))
                ? "The theme is " + wanted + " from here on."
                : "Colours are off, so no theme shows.";
    }
}
