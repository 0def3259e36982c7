package chat.client.console;

import java.util.List;

/**
 * Which colours names and notices have: numbers of the terminal's 256. A name keeps its colour; as two may share one,
 * the colour is never the only sign of who speaks.
 */
public enum Theme {
    /** Readable on black and on white alike. */
    AUTO(List.of(27, 28, 30, 32, 65, 67, 99, 100, 130, 133, 166, 169), 244, 160),
    /** Brighter, for light text on a dark background. */
    DARK(List.of(39, 43, 75, 78, 110, 114, 141, 173, 179, 180, 203, 211), 246, 203),
    /** Darker, for dark text on a light background. */
    LIGHT(List.of(19, 22, 23, 25, 54, 55, 58, 88, 89, 90, 94, 130), 240, 124),
    /** No colour: bold, dim and inverse only. */
    MONO(List.of(), -1, -1);

    @SuppressWarnings("ImmutableEnumChecker") // all are List.of
    private final List<Integer> names;

    private final int notice;
    private final int failure;

    Theme(List<Integer> names, int notice, int failure) {
        this.names = names;
        this.notice = notice;
        this.failure = failure;
    }

    /** The colours that names get; empty for none. */
    List<Integer> names() {
        return names;
    }

    /** The colour of notices; -1 for none. */
    int notice() {
        return notice;
    }

    /** The colour of failures; -1 for none. */
    int failure() {
        return failure;
    }
}
