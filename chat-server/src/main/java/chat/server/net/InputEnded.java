package chat.server.net;

import chat.common.event.Tip;
import chat.server.session.Ending;
import chat.server.session.Session;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;

/**
 * Somebody has ended their direction of the connection while an answer is on its way, and may still be reading: {@code nc -N}
 * does so behind its last line. What they sent is taken in its order, and the session ends behind the last answer, or when
 * that takes too long. On the channel's event loop.
 */
final class InputEnded {
    /** The user event that tells that no more comes, though lines may still wait to be taken. */
    static final Object WAITING = new Object() {
        @Override
        public String toString() {
            return "input ended";
        }
    };

    /** Longer than any password waits. */
    private static final long MOST_SECONDS = 75;

    /** Most answers come sooner, and nobody needs to read that they will. */
    private static final long NOTICE_MILLIS = 500;

    private static final long NEXT_NOTICE_MILLIS = 3000;

    /** A machine that is gone altogether answers this with a reset, which the next one meets: nothing is done for nobody. */
    private static final Tip PATIENCE =
            new Tip("Your connection sends nothing any more. The answers to what it has sent follow; please wait.");

    private InputEnded() {}

    /** Lets the session go on without input for a while; it is closed at once if too many others do. */
    static void begin(Session session) {
        Channel channel = session.out().channel();
        if (!session.intake().isHeld()) {
            return; // all is taken in this very moment
        }
        if (!session.exit().mayLinger()) {
            channel.close();
            return;
        }
        var notice = channel.eventLoop()
                .scheduleAtFixedRate(
                        () -> session.send(PATIENCE), NOTICE_MILLIS, NEXT_NOTICE_MILLIS, TimeUnit.MILLISECONDS);
        var deadline = channel.eventLoop().schedule(() -> channel.close(), MOST_SECONDS, TimeUnit.SECONDS);
        session.exit().whenTaken(() -> {
            notice.cancel(false);
            deadline.cancel(false);
        });
    }

    /** All lines are taken: ends the session, behind the answer to the last one. */
    static void complete(Session session) {
        if (session.intake().isHeld()) {
            session.intake().whenReleased(() -> complete(session));
        } else {
            session.end(Ending.CONNECTION_CLOSED);
        }
    }
}
