package chat.server.net;

import chat.server.session.Ending;
import chat.server.session.Intake;
import chat.server.session.Session;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody sent right before closing their connection, and faster than it may be taken: some of it is taken at the
 * same pace as if they had stayed, and then the session ends. On the channel's event loop.
 */
final class LastLines {
    private static final Logger LOG = LoggerFactory.getLogger(LastLines.class);

    /** How many wait at most where there are limits: a paste. */
    private static final int MOST = 60;

    /** How many bytes of UTF-8 they have at most. */
    private static final int MOST_BYTES = 64 * 1024;

    private final Queue<String> waiting = new ArrayDeque<>();
    private final Session session;
    private final Intake intake;
    private final Consumer<String> take;
    private int bytes;

    /**
     * Begins without a line.
     *
     * @param session whose
     * @param take takes a line
     */
    LastLines(Session session, Consumer<String> take) {
        this.session = session;
        this.intake = session.intake();
        this.take = take;
    }

    /** Takes a line now, or when its time has come. */
    void add(String line) {
        if (waiting.isEmpty() && !intake.isHeld()) {
            take.accept(line);
            return;
        }
        bytes += ByteBufUtil.utf8Bytes(line);
        if (!intake.pace().isLimited() || (waiting.size() < MOST && bytes <= MOST_BYTES)) {
            waiting.add(line);
        } else {
            intake.shut(); // thousands who leave a flood behind would keep the loop busy with lines that nobody takes
        }
    }

    /** Throws away what waits, since it may have been a password. */
    void throwAway() {
        if (!waiting.isEmpty()) {
            waiting.clear();
            bytes = 0;
            session.send(LineDecoder.THROWN_AWAY);
        }
    }

    /** Ends the session behind the last line; now, if too many others are there without a connection. */
    void end() {
        if (!waiting.isEmpty() && !session.exit().mayLinger()) {
            waiting.clear();
        }
        intake.whenReleased(this::drain);
        drain();
    }

    private void drain() {
        try {
            while (!waiting.isEmpty() && !intake.isHeld()) {
                take.accept(waiting.remove());
            }
        } catch (RuntimeException e) { // from a timer there is no pipeline behind this that would end the session
            LOG.error("A last line from {} failed", session.address(), e);
            waiting.clear();
            session.end(Ending.FAILED);
        }
        if (waiting.isEmpty()) {
            session.end(Ending.CONNECTION_CLOSED);
        }
    }
}
