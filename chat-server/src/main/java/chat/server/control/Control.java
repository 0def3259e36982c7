package chat.server.control;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Does what is asked for over the local socket. */
@FunctionalInterface
public interface Control {
    /**
     * Does it. On a thread of the socket's own; must not wait.
     *
     * @param words the command and its arguments, printable; one at least
     * @param user who asks, as the operating system calls them; empty if it does not tell
     * @return completed on any thread
     */
    CompletableFuture<ControlReply> run(List<String> words, String user);
}
