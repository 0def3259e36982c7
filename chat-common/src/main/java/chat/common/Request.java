package chat.common;

import java.util.Locale;

/**
 * One line in: a verb and what follows it.
 *
 * <p>{@code /private bob hi} has the verb {@code private} and the arguments {@code bob hi}. A line without a leading
 * slash is said to the room, so {@code hi} is {@code /all hi}. What shows nothing in front of a slash does not count: a
 * command that slipped by one column, or was copied from a page, must not be told to everybody. Keyboards for Chinese and
 * Japanese write the slash in full width.
 *
 * @param verb the command's name in lower case, without the slash; empty for a slash alone
 * @param arguments the rest of the line without the blanks around it; empty if there is none
 */
public record Request(String verb, String arguments) {
    /** The verb of a line that has none. */
    public static final String SAY = "all";

    private static final char FULL_WIDTH_SLASH = '\uff0f';

    /**
     * Takes a line apart.
     *
     * @param line one line of printable text, without its line end
     * @return the request; never fails, since every line means something
     */
    public static Request parse(String line) {
        int start = firstNonBlank(line, 0);
        if (start == line.length() || (line.charAt(start) != '/' && line.charAt(start) != FULL_WIDTH_SLASH)) {
            return new Request(SAY, line.stripTrailing());
        }
        int space = start + 1;
        while (space < line.length() && !isBlank(line.charAt(space))) {
            space++;
        }
        return new Request(
                line.substring(start + 1, space).toLowerCase(Locale.ROOT),
                line.substring(Math.min(line.length(), firstNonBlank(line, space)))
                        .strip());
    }

    private static int firstNonBlank(String line, int from) {
        int i = from;
        while (i < line.length() && isBlank(line.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Also spaces that do not break, and what has no width. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
