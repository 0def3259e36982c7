package chat.common;

import java.util.Locale;

/**
 * One line in: a verb and what follows it.
 *
 * <p>{@code /private bob hi} has the verb {@code private} and the arguments {@code bob hi}. A line without a leading
 * slash is said to the room, so {@code hi} is {@code /all hi}. Spaces in front of a slash do not count: a command
 * that slipped by one column must not be told to everybody.
 *
 * @param verb the command's name in lower case, without the slash; empty for a slash alone
 * @param arguments the rest of the line without the blanks around it; empty if there is none
 */
public record Request(String verb, String arguments) {
    /** The verb of a line that has none. */
    public static final String SAY = "all";

    /**
     * Takes a line apart.
     *
     * @param line one line of printable text, without its line end
     * @return the request; never fails, since every line means something
     */
    public static Request parse(String line) {
        int start = firstNonBlank(line);
        if (start == line.length() || line.charAt(start) != '/') {
            return new Request(SAY, line.stripTrailing());
        }
        int space = start + 1;
        while (space < line.length() && line.charAt(space) != ' ' && line.charAt(space) != '\t') {
            space++;
        }
        return new Request(
                line.substring(start + 1, space).toLowerCase(Locale.ROOT),
                line.substring(space).strip());
    }

    private static int firstNonBlank(String line) {
        int i = 0;
        while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
            i++;
        }
        return i;
    }
}
