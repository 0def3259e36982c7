package chat.server.net;

import chat.common.net.Unanswered;
import chat.server.session.Ending;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
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
    private final long periodMillis;

    /**
     * Begins to look at nobody.
     *
     * @param channels the channel of every session
     * @param timeout how long an answer may be owed
     */
    public DeadPeers(ChannelGroup channels, Duration timeout) {
        this.channels = channels;
        this.timeoutMillis = timeout.toMillis();
        this.periodMillis = timeoutMillis / LOOKS;
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
        Watch watch = new Watch(loop, unanswered);
        loop.scheduleWithFixedDelay(watch::begin, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    /**
     * What is known on one event loop. To somebody who does not read TCP only sends something every two minutes, so the last
     * answer may be that old although the next one is about to come: who owes one is looked at twice.
     */
    private final class Watch {
        private final EventLoop loop;
        private final ToLongFunction<Channel> unanswered;
        private Set<Channel> suspects = Set.of();
        private Set<Channel> nextSuspects = new HashSet<>();
        private Iterator<Channel> rest = Collections.emptyIterator();

        Watch(EventLoop loop, ToLongFunction<Channel> unanswered) {
            this.loop = loop;
            this.unanswered = unanswered;
        }

        void begin() {
            suspects = nextSuspects;
            nextSuspects = new HashSet<>();
            rest = channels.iterator();
            goOn();
        }

        private void goOn() {
            for (int n = 0; n < SLICE && rest.hasNext(); ) {
                Channel channel = rest.next();
                if (channel.eventLoop() == loop && channel.isActive()) {
                    n++;
                    look(channel);
                }
            }
            if (rest.hasNext()) {
                loop.schedule(this::goOn, 0, TimeUnit.NANOSECONDS);
            }
        }

        private void look(Channel channel) {
            long millis = unanswered.applyAsLong(channel);
            if (millis >= timeoutMillis && suspects.contains(channel)) {
                end(channel);
            } else if (millis >= timeoutMillis - periodMillis) {
                nextSuspects.add(channel);
            }
        }
    }

    private static void end(Channel channel) {
        ChatCommandHandler handler = channel.pipeline().get(ChatCommandHandler.class);
        if (handler != null) {
            handler.session().end(Ending.PEER_GONE);
        }
    }
}
