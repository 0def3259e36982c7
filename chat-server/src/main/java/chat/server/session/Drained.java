package chat.server.session;

import io.netty.channel.Channel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Waits until a channel takes more, or is closed. On the channel's event loop. */
final class Drained {
    private final Channel channel;
    private @Nullable CompletableFuture<Boolean> waiting;

    Drained(Channel channel) {
        this.channel = channel;
        channel.closeFuture().addListener(future -> closed()); // once: a connection may wait a million times
    }

    private void closed() {
        CompletableFuture<Boolean> taking = waiting;
        if (taking != null) {
            waiting = null;
            taking.complete(false);
        }
    }

    /** Completed on the event loop, with false if the channel is closed. */
    CompletableFuture<Boolean> whenWritable() {
        if (!channel.isOpen()) {
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<Boolean> taking = waiting;
        if (taking != null) {
            return taking; // somebody else waits for the same
        }
        taking = new CompletableFuture<>();
        waiting = taking;
        // never at once: others have their turn between two pages
        channel.eventLoop().execute(this::writabilityChanged);
        return taking;
    }

    void writabilityChanged() {
        CompletableFuture<Boolean> taking = waiting;
        if (taking != null && channel.isWritable()) {
            waiting = null;
            channel.eventLoop().execute(() -> taking.complete(true));
        }
    }
}
