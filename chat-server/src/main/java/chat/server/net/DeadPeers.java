package chat.server.net;

import chat.common.net.Unanswered;
import chat.server.session.Ending;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Ends the sessions of machines that have gone without a word while something was on its way to them. TCP's own probes
 * find those to whom nothing was sent, but while it repeats what was sent TCP waits a quarter of an hour. Who is there and
 * does not read is left alone: their machine still answers.
 */
public final class DeadPeers {
    /** How many connections are looked at in one go: a system call each. */
    private static final int SLICE = 128;

    /** How often, within the timeout. */
    private static final int LOOKS = 8;

    private final ChannelGroup channels;
    private final long timeoutMillis;

    /**
     * Begins to look at nobody.
     *
     * @param channels the channel of every session
     * @param timeout how long an answer may be owed
     */
    public DeadPeers(ChannelGroup channels, Duration timeout) {
        this.channels = channels;
        this.timeoutMillis = timeout.toMillis();
    }

    /**
     * Looks at all connections every now and then, each on its own event loop.
     *
     * @param loops all of them
     */
    public void watch(Iterable<EventExecutor> loops) {
        for (EventExecutor loop : loops) {
            watch((EventLoop) loop, new Unanswered()::millis);
        }
    }

    /** The same on one event loop; {@code unanswered} says for how many milliseconds a connection owes an answer. */
    void watch(EventLoop loop, ToLongFunction<Channel> unanswered) {
        long period = timeoutMillis / LOOKS;
        loop.scheduleWithFixedDelay(
                () -> look(loop, channels.iterator(), unanswered), period, period, TimeUnit.MILLISECONDS);
    }

    private void look(EventLoop loop, Iterator<Channel> rest, ToLongFunction<Channel> unanswered) {
        for (int n = 0; n < SLICE && rest.hasNext(); ) {
            Channel channel = rest.next();
            if (channel.eventLoop() == loop && channel.isActive()) {
                n++;
                if (unanswered.applyAsLong(channel) >= timeoutMillis) {
                    end(channel);
                }
            }
        }
        if (rest.hasNext()) {
            loop.schedule(() -> look(loop, rest, unanswered), 0, TimeUnit.NANOSECONDS);
        }
    }

    private static void end(Channel channel) {
        ChatCommandHandler handler = channel.pipeline().get(ChatCommandHandler.class);
        if (handler != null) {
            handler.session().end(Ending.PEER_GONE);
        }
    }
}
