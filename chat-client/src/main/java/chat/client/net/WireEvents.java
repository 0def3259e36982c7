package chat.client.net;

import org.jspecify.annotations.Nullable;

/** Hears what happens on a connection. All calls come from its network's thread, none before it was handed out. */
public interface WireEvents {
    /** The connection is made. */
    void opened();

    /**
     * A line has come.
     *
     * @param line as it came, without its line end
     */
    void line(String line);

    /** A line was left out, since it is longer than any that a chat server sends. */
    void lineTooLong();

    /** It takes more again. */
    void writable();

    /**
     * The connection has ended, or could not be made. The last call.
     *
     * @param cause null if the other side closed it in order
     */
    void closed(@Nullable Throwable cause);
}
