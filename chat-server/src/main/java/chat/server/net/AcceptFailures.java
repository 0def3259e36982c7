package chat.server.net;

import chat.server.limit.Rate;
import chat.server.limit.TokenBucket;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rests for a second when a connection cannot be accepted, as when there are no more open files; meanwhile connections
 * wait in the system. Those that are there are not touched. The log hears of it once a minute, however much else it has
 * to tell. Thread-safe.
 */
@ChannelHandler.Sharable
public final class AcceptFailures extends ChannelInboundHandlerAdapter {
    private static final long REST_MILLIS = 1000;
    private static final Rate ONE_A_MINUTE = Rate.parse("1+1/min");
    private static final Logger LOG = LoggerFactory.getLogger(AcceptFailures.class);

    private final LongSupplier nanos;
    private final TokenBucket outOfFiles;
    private final TokenBucket others;

    /**
     * Makes one for all listeners.
     *
     * @param nanos a clock as {@link System#nanoTime}
     */
    public AcceptFailures(LongSupplier nanos) {
        this.nanos = nanos;
        outOfFiles = new TokenBucket(ONE_A_MINUTE, nanos.getAsLong());
        others = new TokenBucket(ONE_A_MINUTE, nanos.getAsLong());
    }

    /** Stops here: the next handler would do the same, and write a stack trace each time. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        tell(String.valueOf(cause.getMessage()));
        ctx.channel().config().setAutoRead(false);
        ctx.executor().schedule(() -> ctx.channel().config().setAutoRead(true), REST_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tell(String why) {
        if (why.contains("Too many open files")) {
            if (mayTell(outOfFiles)) {
                LOG.warn("Cannot accept connections: too many open files. Raise the limit (ulimit -n) or lower"
                        + " --max-connections.");
            }
        } else if (mayTell(others)) {
            LOG.warn("Cannot accept connections: {}", QuietLog.shortened(why));
        }
    }

    private synchronized boolean mayTell(TokenBucket bucket) {
        return bucket.tryTake(nanos.getAsLong());
    }
}
