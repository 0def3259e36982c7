package chat.bench.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** Takes the time of questions, one after the other, and says whether the median keeps to the bound. */
final class Stopwatch {
    private static final double BOUND_MILLIS = 100;

    private final int times;
    private boolean missed;

    /**
     * Begins.
     *
     * @param times how often each question is asked
     */
    Stopwatch(int times) {
        this.times = times;
    }

    /** A question, with its answer read. */
    @FunctionalInterface
    interface Question {
        /** The last line of the answer. */
        String ask(int turn) throws IOException;
    }

    /** Asks, and prints what it took, the first question included. */
    void time(String what, Question question) throws IOException {
        double[] millis = new double[times];
        String answer = "";
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            answer = question.ask(i);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[times / 2];
        missed |= median >= BOUND_MILLIS;
        System.out.printf(
                Locale.ROOT,
                "%-38s %8.1f %8.1f %8.1f   %s%n",
                what,
                median,
                millis[(int) Math.ceil(times * 0.99) - 1],
                millis[times - 1],
                answer.replaceAll(",\"(tag|next|id|at)\":\"[^\"]*\"", ""));
    }

    /** Whether one of the medians was too long. */
    boolean hasMissed() {
        return missed;
    }
}
