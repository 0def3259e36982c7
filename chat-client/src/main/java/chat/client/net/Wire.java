package chat.client.net;

/** A connection, made or in the making. All methods are called on its network's thread. */
public interface Wire {
    /** Whether it takes more at the moment; {@link WireEvents#writable} tells when it does again. */
    boolean isWritable();

    /**
     * Hands a line over. It goes out with the next {@link #flush}.
     *
     * @param line without its line end
     */
    void write(String line);

    /** Sends what was written. */
    void flush();

    /** Closes it, or gives up to make it. Nothing is heard of it any more, not even its end. */
    void close();
}
