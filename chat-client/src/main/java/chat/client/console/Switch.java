package chat.client.console;

import chat.client.console.OwnCommand.RefusedException;
import java.util.List;
import java.util.Locale;

/** Reads {@code on} and {@code off}. */
final class Switch {
    static final List<String> WORDS = List.of("on", "off");

    private Switch() {}

    /**
     * Reads what was typed.
     *
     * @param argument what was typed
     * @param now how it is set, which no argument turns round
     */
    static boolean parse(String argument, boolean now, String usage) throws RefusedException {
        return switch (argument.toLowerCase(Locale.ROOT)) {
            case "" -> !now;
            case "on" -> true;
            case "off" -> false;
            default -> throw new RefusedException("Please type " + usage + ".");
        };
    }
}
