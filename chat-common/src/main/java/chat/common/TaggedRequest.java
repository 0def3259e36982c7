package chat.common;

import org.jspecify.annotations.Nullable;

/**
 * One line of a program: {@code @7 /all hi} is the request {@code /all hi} with the tag {@code 7}, which comes back in
 * its answer. Only a line that looks exactly so has a tag: an at sign, 1 to {@value #MAX_TAG_LENGTH} of letters, digits,
 * '.', '_' and '-', blanks, and the slash of a command. So {@code @bob hi} is said to the room.
 *
 * @param tag the tag, or null if the line has none
 * @param request what is asked for
 */
public record TaggedRequest(@Nullable String tag, Request request) {
    /** The longest tag, in characters. */
    public static final int MAX_TAG_LENGTH = 32;

    /**
     * Takes a line apart.
     *
     * @param line one line of printable text, without its line end
     * @return tag and request; never fails, since every line means something
     */
    public static TaggedRequest parse(String line) {
        int end = tagEnd(line);
        int slash = end;
        while (slash < line.length() && (line.charAt(slash) == ' ' || line.charAt(slash) == '\t')) {
            slash++;
        }
        boolean tagged = end > 1 && slash > end && slash < line.length() && line.charAt(slash) == '/';
        return tagged
                ? new TaggedRequest(line.substring(1, end), Request.parse(line.substring(slash)))
                : new TaggedRequest(null, Request.parse(line));
    }

    /** The index behind the tag; 0 if the line does not begin like one that has one. */
    private static int tagEnd(String line) {
        if (line.isEmpty() || line.charAt(0) != '@') {
            return 0;
        }
        int end = 1;
        while (end < line.length() && isTagCharacter(line.charAt(end))) {
            end++;
        }
        return end <= MAX_TAG_LENGTH + 1 ? end : 0;
    }

    private static boolean isTagCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
