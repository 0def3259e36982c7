package chat.client.bench;

/**
 * What a run does. Immutable.
 *
 * @param members how many connections, 2 to 100,000
 * @param senders how many of them say something; with private messages all do
 * @param load when they say it
 * @param payload how many bytes a text has
 * @param slow how many members never read while the others talk
 * @param warmupSeconds how long the load is on before anything is measured
 * @param seconds how long is measured
 * @param door how the members talk to the server
 * @param loops how many event loops carry the members; fewer where they would have less than two readers each
 */
record BenchOptions(
        int members,
        int senders,
        Load load,
        int payload,
        int slow,
        int warmupSeconds,
        int seconds,
        Door door,
        int loops) {
    /** The longest text. */
    static final int MAX_PAYLOAD = 4000;

    /** Bounds the memory for what receivers have to know of senders: four bytes for each pair. */
    private static final int MAX_PAIRS = 50_000_000;

    /** Checks the values. */
    BenchOptions {
        check("members", members, 2, 100_000);
        check("slow", slow, 0, load.isPrivate() ? 0 : members - 2);
        int mostSenders = load.isPrivate() ? members : Math.min(members - slow, MAX_PAIRS / members);
        check("senders", senders, 1, mostSenders);
        if (load.isPrivate() && members % 2 != 0) {
            throw new IllegalArgumentException("members: " + members + " (expected: an even number, for pairs)");
        }
        check("payload", payload, MessageFormat.MIN_PAYLOAD, MAX_PAYLOAD);
        check("warmup", warmupSeconds, 0, 600);
        check("seconds", seconds, 1, 3600);
        check("loops", loops, 1, 1024);
        // two readers on each at least, so that every message has somebody to reach on every loop
        loops = Math.min(loops, (members - slow) / 2);
    }

    /** How many members read while the load is on. */
    int readers() {
        return members - slow;
    }

    /** How many readers a message is for. */
    int readersOfEach() {
        return load.isPrivate() ? 1 : readers() - 1;
    }

    /**
     * Refuses what is out of range.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + (least == most ? least : least + " to " + most) + ")");
        }
    }
}
