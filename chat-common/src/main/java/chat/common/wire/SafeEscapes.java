package chat.common.wire;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes more than JSON asks for: what some programs take for the end of a line (U+0085, U+2028, U+2029), and what a
 * terminal would obey. Text is clean before it is written; this is the second lock on the door.
 */
final class SafeEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    private static final int[] ASCII = ascii();

    private static int[] ascii() {
        int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
        escapes[0x7f] = ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ASCII;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        boolean escaped = c <= 0x9f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
        return escaped ? new SerializedString(String.format("\\u%04x", c)) : null;
    }
}
