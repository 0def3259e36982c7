package chat.client.bench;

/** Decides when an author sends. Called on the author's event loop only. */
interface Pacer {
    /** The load is on. */
    void start();

    /**
     * Messages have reached every reader on one event loop.
     *
     * @param loop which, 0 to loops - 1
     * @param end the number behind the last of them
     */
    default void reachedAll(int loop, int end) {}

    /**
     * Private messages have come from the other member of the pair.
     *
     * @param count how many, those left out included
     */
    default void received(int count) {}

    /** Nothing more has come for now. */
    default void readComplete() {}

    /** The connection takes more again. */
    default void writable() {}
}
