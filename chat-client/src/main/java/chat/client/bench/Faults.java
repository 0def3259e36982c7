package chat.client.bench;

/**
 * What receivers found wrong.
 *
 * @param lost messages that never came and that the server did not say it skipped
 * @param duplicated messages that came more than once
 * @param reordered messages that came behind later ones of their sender
 * @param corrupt lines that were not as they were sent
 * @param skipped messages that the server said it skipped; no fault, if the reader was slow
 */
record Faults(long lost, long duplicated, long reordered, long corrupt, long skipped) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    Faults plus(Faults other) {
        return new Faults(
                lost + other.lost,
                duplicated + other.duplicated,
                reordered + other.reordered,
                corrupt + other.corrupt,
                skipped + other.skipped);
    }

    /** Whether every message came once and in order, or the server said that it does not. */
    boolean isNone() {
        return lost == 0 && duplicated == 0 && reordered == 0 && corrupt == 0;
    }
}
