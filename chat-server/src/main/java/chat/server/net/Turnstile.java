package chat.server.net;

import chat.server.limit.Admission;
import chat.server.limit.Admission.Verdict;
import chat.server.session.Origin;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts connections in and out, as soon as it is known where they really come from. Who may not come in costs no
 * session: they read one sentence, and are gone. Thread-safe.
 */
public final class Turnstile {
    private final Admission admission;
    private final QuietLog log;
    private final Function<InetAddress, Optional<String>> banned;
    private final AtomicInteger lingering = new AtomicInteger();

    /**
     * Makes one for all doors.
     *
     * @param admission decides
     * @param log tells of those turned away
     */
    public Turnstile(Admission admission, QuietLog log) {
        this(admission, log, address -> Optional.empty());
    }

    /**
     * The same where some addresses are banned.
     *
     * @param admission decides about the others
     * @param log tells of those turned away
     * @param banned what somebody from an address is told, if nobody from there may come in; does not wait
     */
    public Turnstile(Admission admission, QuietLog log, Function<InetAddress, Optional<String>> banned) {
        this.admission = admission;
        this.log = log;
        this.banned = banned;
    }

    /**
     * Why a connection may not come in, as the person reads it; null if it may, and then it counts until it is closed, and
     * its session, if it got one, has ended.
     */
    @Nullable
    String refusal(Channel channel) {
        if (!(Origin.of(channel) instanceof InetSocketAddress origin) || origin.getAddress() == null) {
            return null; // none of the internet's
        }
        InetAddress address = origin.getAddress();
        Optional<String> ban = banned.apply(address);
        if (ban.isPresent()) {
            log.refused(channel, "it is banned");
            return ban.get();
        }
        Verdict verdict = admission.enter(address);
        if (verdict == Verdict.ADMITTED) {
            channel.closeFuture().addListener((ChannelFutureListener)
                    closed -> whenNothingIsLeft(channel, () -> admission.leave(address)));
            return null;
        }
        log.refused(channel, verdict.reason());
        return verdict.sentence();
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
    TurnedAway turnAway(String sentence, boolean plain) {
        return new TurnedAway(sentence, plain, lingering);
    }
}
