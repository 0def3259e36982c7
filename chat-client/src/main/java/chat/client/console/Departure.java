package chat.client.console;

import chat.client.link.Farewell;
import chat.client.link.Link;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How the console ends: on whose wish, and with which exit code. One thread. */
final class Departure {
    /** A server that confirms nothing for so long is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Clock clock;
    private final Teller teller;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private @Nullable Instant progress;
    private int unconfirmed;
    private boolean unsent;

    Departure(Clock clock, Teller teller) {
        this.clock = clock;
        this.teller = teller;
    }

    boolean isLeaving() {
        return progress != null;
    }

    /** The person wants to leave; the second time at once. */
    void begin(Link link, boolean connected) {
        if (isLeaving() || !connected) {
            progress = clock.instant();
            link.close();
            return;
        }
        progress = clock.instant();
        unconfirmed = link.unconfirmed();
        link.leave();
    }

    /** Time goes on. */
    void tick(Link link) {
        if (progress == null || exitCode.isDone()) {
            return;
        }
        int left = link.unconfirmed();
        if (left < unconfirmed) {
            unconfirmed = left;
            progress = clock.instant();
        } else if (clock.instant().isAfter(progress.plus(PATIENCE))) {
            link.close();
        }
    }

    /** Some lines will never be sent. */
    void leavesUnsent() {
        unsent = true;
    }

    void ended(Farewell farewell) {
        switch (farewell.how()) {
            case LEFT, CLOSED -> teller.notice("You have left the chat");
            default -> teller.failure(farewell.sentence());
        }
        boolean wanted = farewell.how() == Farewell.How.LEFT || farewell.how() == Farewell.How.CLOSED;
        exitCode.complete(wanted && !unsent ? 0 : 1);
    }

    /** 0 if the person left and all was sent, else 1. */
    CompletableFuture<Integer> exitCode() {
        return exitCode;
    }
}
