package chat.common;

/**
 * Where a terminal's escape sequence ends (ECMA-48), so that none of it is left to look as if it were meant: colours that
 * were pasted, arrow keys, titles. An ESC before anything else is most likely a key pressed by accident: it alone goes,
 * or a letter of what was typed would be lost, and a command behind it would be said to the room.
 */
final class EscapeSequence {
    /** A sequence begins and does not end in this text. */
    static final int UNFINISHED = -1;

    /** Begin what chooses a character set, such as {@code ESC ( B}. */
    private static final String DESIGNATIONS = "()*+-.#%";

    private static final char ESC = 0x1b;
    private static final char BEL = 0x07;
    private static final char DCS = 0x90;
    private static final char SS3 = 0x8f;
    private static final char SOS = 0x98;
    private static final char CSI = 0x9b;
    private static final char ST = 0x9c;
    private static final char OSC = 0x9d;
    private static final char PM = 0x9e;
    private static final char APC = 0x9f;

    private EscapeSequence() {}

    /**
     * Finds the end of what a control character begins.
     *
     * @param text has a control character at {@code start}
     * @return the index behind the whole sequence; behind the control if it begins none; or {@link #UNFINISHED}
     */
    static int end(String text, int start) {
        char control = text.charAt(start);
        int next = start + 1;
        if (control == ESC && next < text.length()) {
            char second = text.charAt(next);
            if (DESIGNATIONS.indexOf(second) >= 0) {
                return isCharacterSet(text, next + 1) ? next + 2 : next;
            }
            if (second >= '@' && second <= '_') {
                return end(text, (char) (second + 0x40), next + 1, start + 1); // how a C1 control is sent in seven bits
            }
        }
        return end(text, control, next, next);
    }

    /** The end of what a control begins; {@code alone} is the end if it begins nothing. */
    private static int end(String text, char control, int next, int alone) {
        return switch (control) {
            case CSI -> behindCsi(text, next);
            case OSC, DCS, SOS, PM, APC -> behindString(text, next);
            case SS3 -> isFunctionKey(text, next) ? next + 1 : alone;
            default -> alone;
        };
    }

    /** Parameters, intermediates and one final character. */
    private static int behindCsi(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '?') {
            i++;
        }
        while (i < text.length() && text.charAt(i) >= ' ' && text.charAt(i) <= '/') {
            i++;
        }
        return i < text.length() && text.charAt(i) >= '@' && text.charAt(i) <= '~' ? i + 1 : UNFINISHED;
    }

    /** Everything up to the string terminator, or to BEL, which terminals take as well. */
    private static int behindString(String text, int start) {
        int i = start;
        while (i < text.length() && TextKind.of(text.charAt(i)) != TextKind.CONTROL) {
            i++;
        }
        if (i == text.length()) {
            return UNFINISHED;
        }
        if (text.charAt(i) == ST || text.charAt(i) == BEL) {
            return i + 1;
        }
        return text.startsWith("\u001b\\", i) ? i + 2 : UNFINISHED;
    }

    private static boolean isCharacterSet(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= 'Z';
    }

    private static boolean isFunctionKey(String text, int at) {
        return at < text.length() && "ABCDFHPQRS".indexOf(text.charAt(at)) >= 0;
    }
}
