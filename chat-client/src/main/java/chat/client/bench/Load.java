package chat.client.bench;

import java.util.Locale;

/** When messages are sent. Immutable. */
sealed interface Load {
    /** Whether members write to each other in pairs instead of to the room. */
    default boolean isPrivate() {
        return false;
    }

    /**
     * How many messages must have been sent after so many seconds, over all senders; 0 if that depends on the server.
     * No timer is exact, so what is due in the last tenth of a second is not among them.
     */
    default long due(int seconds) {
        return 0;
    }

    /**
     * What paces a member.
     *
     * @param author who sends
     * @param options of the run
     */
    Pacer pacer(Author author, BenchOptions options);

    /**
     * As much as the server takes: a sender goes on when one of its messages has reached every reader.
     *
     * @param window how many messages of each sender may be underway
     */
    record Saturation(int window) implements Load {
        public Saturation {
            BenchOptions.check("window", window, 1, 1024);
        }

        @Override
        public Pacer pacer(Author author, BenchOptions options) {
            return new WindowPacer(author, window, options.loops());
        }

        @Override
        public String toString() {
            return "as fast as it goes, " + window + " messages of each sender underway";
        }
    }

    /**
     * An open loop: messages fall due at fixed times, whether the server keeps up or not, and their latency counts from
     * then. So no wait is left out because an earlier one held the sender back (coordinated omission).
     *
     * @param messagesPerSecond over all senders
     */
    record Rate(int messagesPerSecond) implements Load {
        public Rate {
            BenchOptions.check("rate", messagesPerSecond, 1, 1_000_000);
        }

        @Override
        public long due(int seconds) {
            return (10L * seconds - 1) * messagesPerSecond / 10;
        }

        @Override
        public Pacer pacer(Author author, BenchOptions options) {
            return new RatePacer(author, messagesPerSecond, options.senders());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d messages a second in all", messagesPerSecond);
        }
    }

    /**
     * Pairs write to each other: who gets a message answers with one.
     *
     * @param window how many messages of a pair are underway
     */
    record PingPong(int window) implements Load {
        public PingPong {
            BenchOptions.check("window", window, 1, 1024);
        }

        @Override
        public boolean isPrivate() {
            return true;
        }

        @Override
        public Pacer pacer(Author author, BenchOptions options) {
            return new PingPongPacer(author, window);
        }

        @Override
        public String toString() {
            return "private messages, " + window + (window == 1 ? " message" : " messages") + " of each pair underway";
        }
    }
}
