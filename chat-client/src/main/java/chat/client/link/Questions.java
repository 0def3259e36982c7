package chat.client.link;

import chat.common.event.Received;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the program itself has asked on one connection, by tag. On the link's thread. */
final class Questions {
    private static final int MOST = 64;

    private final Map<String, CompletableFuture<Received>> waiting = new HashMap<>();

    /** Whether so many wait that there is no place for another, which is told that. */
    boolean isFull(CompletableFuture<Received> answer) {
        boolean full = waiting.size() >= MOST;
        if (full) {
            answer.completeExceptionally(new NotTakenException("too many questions wait already"));
        }
        return full;
    }

    void add(String tag, CompletableFuture<Received> answer) {
        waiting.put(tag, answer);
    }

    /** The question that a tag belongs to, which leaves; null if there is none. */
    @Nullable
    CompletableFuture<Received> remove(String tag) {
        return waiting.remove(tag);
    }

    /** The connection has ended. */
    void lost() {
        waiting.values()
                .forEach(answer -> answer.completeExceptionally(new NotTakenException("the connection was lost")));
        waiting.clear();
    }
}
