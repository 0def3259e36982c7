package chat.client.link;

import chat.common.UserName;
import chat.common.event.Received;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How to talk to a server on one connection, once it is known how it speaks. On the link's thread. */
interface Talk {
    LinkState.Dialect dialect();

    /** Begins: what was written before the server's way to speak was known is being answered now. */
    void begin();

    /** Takes a line of the server's. */
    void line(String line);

    /** The server has said something that could not be taken. */
    void unreadable();

    /** Whether people's lines may go out already. */
    boolean isReady();

    /** A line as this server reads it. */
    String written(Line line);

    /** Lines have been written and are about to go out. */
    void hasWritten();

    /** Asks for a name. */
    void takeName(UserName name);

    /**
     * We have a name; whether there is more to do before all is as it was on the connection before. If so, this calls
     * {@link Conversation#named} when it is done.
     */
    default boolean comesHome(@Nullable UserName name) {
        return false;
    }

    /** Whether the server is looking at the password that goes with our name. */
    default boolean isLoggingIn() {
        return false;
    }

    /** Whether the server can be asked whether it is there. */
    boolean canProbe();

    /** Asks it; {@link Conversation#alive} when it answers. */
    void probe();

    /** Asks something on the program's account. */
    void ask(String command, CompletableFuture<Received> answer);

    /** The connection has ended. */
    void ended();
}
