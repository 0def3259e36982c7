package chat.client.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that the program was started on. */
final class DrawableTerminal {
    /** For a terminal that does not tell its size. */
    private static final Size USUAL = Size.of(80, 24);

    private static final Set<String> LIKE_XTERM = Set.of(
            "alacritty",
            "contour",
            "foot",
            "ghostty",
            "gnome-256color",
            "konsole-256color",
            "st-256color",
            "vte-256color",
            "wezterm",
            "xterm-direct",
            "xterm-ghostty",
            "xterm-kitty");

    private DrawableTerminal() {}

    /**
     * Opens it.
     *
     * @param type what {@code TERM} calls it
     * @throws IOException or IllegalStateException if there is none, or it cannot move its cursor
     */
    static Terminal open(String type) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .type(knownType(type))
                .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                .dumb(false)
                .graphemeCluster(false) // its question to the terminal would swallow what was typed ahead
                .encoding(StandardCharsets.UTF_8)
                .build();
        if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
            terminal.setSize(USUAL);
        }
        return terminal;
    }

    /**
     * The name of a terminal that JLine knows by heart and that does the same: for others it would start the program
     * {@code infocmp}, which takes time and is not everywhere.
     */
    static String knownType(String type) {
        if (type.startsWith("tmux")) {
            return "screen-256color";
        }
        return LIKE_XTERM.contains(type) ? "xterm-256color" : type;
    }

    /**
     * Makes keys of those that send signals, but for Ctrl-Z, which does what it does everywhere. In raw mode only: JLine's
     * own lets none of them send one.
     */
    static void takeKeys(Terminal terminal) {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(LocalFlag.ISIG, true);
        attributes.setControlChar(ControlChar.VINTR, disabled());
        attributes.setControlChar(ControlChar.VQUIT, disabled());
        terminal.setAttributes(attributes);
    }

    private static int disabled() {
        return System.getProperty("os.name", "").startsWith("Linux") ? 0 : 0xff;
    }
}
