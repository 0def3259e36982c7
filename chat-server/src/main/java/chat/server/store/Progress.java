package chat.server.store;

/** Is told how far something long has come. On the thread that does it. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, all) -> {};

    /**
     * Some of it is done.
     *
     * @param done how much, in a unit of whoever does it
     * @param all how much there is, about; 0 if nobody knows
     */
    void at(long done, long all);
}
