package chat.server.net;

import chat.server.session.Intake;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What somebody sent right before closing their connection, and faster than it may be taken: it is taken at the same pace
 * as if they had stayed, and then the session ends. On the channel's event loop.
 */
final class LastLines {
    /** How many wait at most where there are limits, which is about as long as a flood is tolerated. */
    private static final int MOST = 300;

    private final Queue<String> waiting = new ArrayDeque<>();
    private final Intake intake;
    private final Consumer<String> take;
    private Runnable end = () -> {};

    /**
     * Begins without a line.
     *
     * @param intake says when a line may be taken
     * @param take takes a line
     */
    LastLines(Intake intake, Consumer<String> take) {
        this.intake = intake;
        this.take = take;
    }

    /** Takes a line now, or when its time has come. */
    void add(String line) {
        if (waiting.isEmpty() && !intake.isHeld()) {
            take.accept(line);
        } else if (waiting.size() < MOST || !intake.pace().isLimited()) {
            waiting.add(line);
        } else {
            intake.shut(); // thousands who leave a flood behind would keep the loop busy with lines that nobody takes
        }
    }

    /** Runs something behind the last line. */
    void end(Runnable task) {
        end = task;
        intake.whenReleased(this::drain);
        drain();
    }

    private void drain() {
        while (!waiting.isEmpty() && !intake.isHeld()) {
            take.accept(waiting.remove());
        }
        if (waiting.isEmpty()) {
            end.run();
        }
    }
}
