package chat.server.net;

import chat.server.limit.Admission;
import chat.server.limit.Admission.Verdict;
import chat.server.session.Origin;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts connections in and out, as soon as it is known where they really come from. Who may not come in costs no
 * session: they read one sentence, and are gone. Thread-safe.
 */
public final class Turnstile {
    private final Admission admission;
    private final QuietLog log;
    private final AtomicInteger lingering = new AtomicInteger();

    /**
     * Makes one for all doors.
     *
     * @param admission decides
     * @param log tells of those turned away
     */
    public Turnstile(Admission admission, QuietLog log) {
        this.admission = admission;
        this.log = log;
    }

    /** Whether a connection may come in; if so, it counts until it is closed, and its session, if it got one, has ended. */
    Verdict enter(Channel channel) {
        if (!(Origin.of(channel) instanceof InetSocketAddress origin) || origin.getAddress() == null) {
            return Verdict.ADMITTED; // none of the internet's
        }
        InetAddress address = origin.getAddress();
        Verdict verdict = admission.enter(address);
        if (verdict == Verdict.ADMITTED) {
            channel.closeFuture().addListener((ChannelFutureListener)
                    closed -> whenNothingIsLeft(channel, () -> admission.leave(address)));
        } else {
            log.refused(channel, verdict.reason());
        }
        return verdict;
    }

    private static void whenNothingIsLeft(Channel closed, Runnable task) {
        ChatCommandHandler chat = closed.pipeline().get(ChatCommandHandler.class);
        if (chat == null) {
            task.run();
        } else {
            chat.session().exit().whenTaken(task);
        }
    }

    /** What a connection gets that may not come in; {@code plain} if it reads plain text. */
    TurnedAway turnAway(Verdict verdict, boolean plain) {
        return new TurnedAway(verdict, plain, lingering);
    }
}
