package chat.server.log;

import org.jspecify.annotations.Nullable;

/** Text as the log shows it: on one line, in one direction, without effect on the terminal that it is read on. */
final class Escaped {
    private Escaped() {}

    /** The same text, each character that shows nothing written as Java would write it in source: {@code \u001b}. */
    static @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder escaped = null;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (showsNothing(c)) {
                if (escaped == null) {
                    escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                escape(c, escaped);
            } else if (escaped != null) {
                escaped.appendCodePoint(c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static boolean showsNothing(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                for (char unit : Character.toChars(c)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            }
        }
    }
}
