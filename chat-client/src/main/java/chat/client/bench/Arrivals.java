package chat.client.bench;

import java.util.Arrays;

/**
 * Which messages have reached every reader on one event loop. A message is counted down from the number of readers, in a
 * ring that has room for as many as may be underway, so an arrival costs no shared memory and no allocation.
 */
final class Arrivals {
    private final int[] readers;
    private final int[][] waiting;
    private final int[] reached;
    private final int[] changed;
    private final boolean[] isChanged;
    private int changes;

    /** Takes news of a sender. */
    interface Listener {
        /**
         * More messages have reached every reader here.
         *
         * @param sender whose
         * @param end the number behind the last of them
         */
        void reachedAll(int sender, int end);
    }

    /**
     * Begins with no message underway.
     *
     * @param readers per sender, how many members here get its messages; 1 or more
     * @param window how many messages of a sender may be underway
     */
    Arrivals(int[] readers, int window) {
        this.readers = readers.clone();
        this.waiting = new int[readers.length][];
        int ring = Integer.highestOneBit(2 * window - 1);
        for (int sender = 0; sender < readers.length; sender++) {
            waiting[sender] = new int[ring];
            Arrays.fill(waiting[sender], readers[sender]);
        }
        this.reached = new int[readers.length];
        this.changed = new int[readers.length];
        this.isChanged = new boolean[readers.length];
    }

    /**
     * One reader need not wait for some messages any more.
     *
     * @param sender whose
     * @param from the number of the first
     * @param count how many, in a row
     */
    void arrived(int sender, int from, int count) {
        int[] ring = waiting[sender];
        for (int number = from; number < from + count; number++) {
            ring[number & (ring.length - 1)]--;
        }
        int end = reached[sender];
        while (ring[end & (ring.length - 1)] == 0) {
            ring[end & (ring.length - 1)] = readers[sender]; // for the message that takes this place next
            end++;
        }
        if (end != reached[sender]) {
            reached[sender] = end;
            if (!isChanged[sender]) {
                isChanged[sender] = true;
                changed[changes++] = sender;
            }
        }
    }

    /** Tells what has changed since the last call. */
    void tell(Listener listener) {
        for (int i = 0; i < changes; i++) {
            isChanged[changed[i]] = false;
            listener.reachedAll(changed[i], reached[changed[i]]);
        }
        changes = 0;
    }
}
