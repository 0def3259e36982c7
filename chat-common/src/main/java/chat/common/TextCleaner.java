package chat.common;

import org.jspecify.annotations.Nullable;

/** Goes over one text that has something in it to look at twice, and copies it only once something has to go. */
final class TextCleaner {
    private static final int ESCAPE_SHOWN = 0x241b;
    private static final int BLACK_FLAG = 0x1f3f4;

    private final String text;
    private @Nullable StringBuilder copy;

    /** What the next ones are drawn onto, and how much of that there is already. */
    private int base;

    private int marks;
    private int joiners;
    private boolean selectable;

    TextCleaner(String text) {
        this.text = text;
    }

    /** The clean text, when everything before an index is plain. */
    String cleaned(int from) {
        int i = from;
        while (i < text.length()) {
            i = take(i);
        }
        return copy == null ? text : copy.toString();
    }

    /** Decides about what stands at an index; where the next begins. */
    private int take(int start) {
        char first = text.charAt(start);
        if (PrintableText.isPlain(first)) {
            return visible(first, start, start + 1);
        }
        int c = text.codePointAt(start);
        int end = start + Character.charCount(c);
        return switch (TextKind.of(c)) {
            case VISIBLE -> visible(c, start, c == BLACK_FLAG ? EmojiFlag.end(text, end) : end);
            case MARK -> keepIf(++marks <= PrintableText.MAX_MARKS, start, end);
            case JOINER -> keepIf(++joiners <= PrintableText.MAX_JOINERS, start, end);
            case SELECTOR -> keepIf(selectable, start, end);
            case IDEOGRAPH_SELECTOR -> keepIf(selectable && Character.isIdeographic(base), start, end);
            case SEPARATOR -> replaced(' ', start, end);
            case SURROGATE -> replaced(0xfffd, start, end);
            case CONTROL -> control(start);
            case DROPPED -> dropped(start, end);
        };
    }

    private int visible(int c, int start, int end) {
        become(c);
        return kept(start, end);
    }

    private void become(int c) {
        base = c;
        marks = 0;
        joiners = 0;
        selectable = true;
    }

    private int keepIf(boolean fine, int start, int end) {
        if (!fine) {
            return dropped(start, end);
        }
        selectable = false;
        return kept(start, end);
    }

    private int control(int start) {
        int end = EscapeSequence.end(text, start);
        return end == EscapeSequence.UNFINISHED ? replaced(ESCAPE_SHOWN, start, start + 1) : dropped(start, end);
    }

    private int kept(int start, int end) {
        if (copy != null) {
            copy.append(text, start, end);
        }
        return end;
    }

    private int dropped(int start, int end) {
        copy(start);
        return end;
    }

    private int replaced(int c, int start, int end) {
        become(c);
        copy(start).appendCodePoint(c);
        return end;
    }

    private StringBuilder copy(int start) {
        StringBuilder out = copy;
        if (out == null) {
            out = new StringBuilder(text.length()).append(text, 0, start);
            copy = out;
        }
        return out;
    }
}
