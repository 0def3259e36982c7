package chat.client.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that the program was started on. */
final class DrawableTerminal {
    private DrawableTerminal() {}

    /**
     * Opens it.
     *
     * @throws IOException or IllegalStateException if there is none, or it cannot move its cursor
     */
    static Terminal open() throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .provider(TerminalBuilder.PROP_PROVIDER_JNI)
                .dumb(false)
                .graphemeCluster(false) // its question to the terminal would swallow what was typed ahead
                .encoding(StandardCharsets.UTF_8)
                .build();
        Attributes attributes = terminal.getAttributes();
        // Ctrl-C is a key like others; Ctrl-Z and Ctrl-\ still do what they do everywhere
        attributes.setControlChar(ControlChar.VINTR, disabled());
        terminal.setAttributes(attributes);
        return terminal;
    }

    private static int disabled() {
        return System.getProperty("os.name", "").startsWith("Linux") ? 0 : 0xff;
    }
}
