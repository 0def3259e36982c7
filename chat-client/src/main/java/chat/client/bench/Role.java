package chat.client.bench;

import java.util.stream.IntStream;

/**
 * What a member does in a run. The first members are senders, the last are slow. Immutable.
 *
 * @param id which member, from 0
 * @param options of the run
 */
record Role(int id, BenchOptions options) {
    /** Whether it says something. */
    boolean isSender() {
        return id < options.senders();
    }

    /** Whether it does not read while the load is on. */
    boolean isSlow() {
        return id >= options.readers();
    }

    /** How it talks to the server. */
    Door door() {
        return options.door();
    }

    /** When it sends. */
    Pacer pacer(Author author) {
        return options.load().pacer(author, options);
    }

    /** Whose messages it gets: those of the other one of its pair, or of all senders but itself. */
    IntStream authors() {
        return isInPair()
                ? IntStream.of(id ^ 1)
                : IntStream.range(0, options.senders()).filter(author -> author != id);
    }

    /** Whether it gets the messages of a member. */
    boolean reads(int author) {
        return isInPair() ? author == (id ^ 1) : author >= 0 && author < options.senders() && author != id;
    }

    /** How many authors it keeps apart. */
    int slots() {
        return isInPair() ? 1 : options.senders();
    }

    /** Where it keeps what it knows of an author: 0 to {@link #slots} - 1. */
    int slot(int author) {
        return isInPair() ? 0 : author;
    }

    private boolean isInPair() {
        return options.load().isPrivate();
    }
}
