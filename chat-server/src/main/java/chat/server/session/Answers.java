package chat.server.session;

import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Stamp;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session is told about the line that it has in hand, behind what its rooms have said so far. Nothing happens once
 * the session has ended. On the channel's event loop.
 */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Failure MISTAKE = new Failure(
            Failure.Code.SERVER_MISTAKE, "The server made a mistake, and that was not done. Please try again.");

    private final Session session;

    /**
     * Begins without a line.
     *
     * @param session whose lines are answered
     */
    Answers(Session session) {
        this.session = session;
    }

    /**
     * Answers the line in hand.
     *
     * @param event what
     */
    public void give(Event event) {
        give(event, null);
    }

    /**
     * Answers the line in hand.
     *
     * @param event what
     * @param stamp up to where a room's history is told by it; null if there is nothing to tell about that
     */
    public void give(Event event, @Nullable Stamp stamp) {
        if (session.stage() != Stage.ENDED) {
            session.out().write(event, stamp, session.tags().answered());
        }
    }

    /**
     * Answers the line in hand: it was done. That may wait a moment for company.
     *
     * @param event what
     * @param stamp when and where it happened; null if there is nothing to tell about that
     */
    public void confirm(Event event, @Nullable Stamp stamp) {
        if (session.stage() != Stage.ENDED) {
            session.out().confirm(event, stamp, session.tags().answered());
        }
    }

    /**
     * Runs something on the session's event loop when an answer is known; what the person types meanwhile waits, so
     * answers keep the order of their requests.
     *
     * @param answer completed on any thread
     * @param then takes the answer
     */
    public <T> void whenKnown(CompletableFuture<T> answer, Consumer<T> then) {
        whenKnown(answer, then, () -> {});
    }

    /**
     * The same for who has something to do as well if the server made a mistake.
     *
     * @param answer completed on any thread
     * @param then takes the answer
     * @param otherwise runs if there is none, and never will be
     */
    public <T> void whenKnown(CompletableFuture<T> answer, Consumer<T> then, Runnable otherwise) {
        session.intake().holdForAnswer();
        answer.whenComplete((value, error) -> session.out()
                .channel()
                .eventLoop()
                .execute(() -> {
                    try {
                        if (error == null) {
                            then.accept(value);
                        } else {
                            LOG.error("A request from {} failed", session.address(), error);
                            give(MISTAKE);
                            otherwise.run();
                        }
                    } finally {
                        session.intake().release();
                    }
                }));
    }
}
