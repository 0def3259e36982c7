package chat.bench.history;

import java.util.Arrays;
import java.util.Random;

/** Ranks as words and people have them: the second is half as frequent as the first, the third a third, and so on. */
final class Zipf {
    private final double[] upTo;

    /**
     * Prepares.
     *
     * @param count how many ranks
     */
    Zipf(int count) {
        upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    /** A rank, from 0. */
    int next(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return found < 0 ? Math.min(-found - 1, upTo.length - 1) : found;
    }
}
