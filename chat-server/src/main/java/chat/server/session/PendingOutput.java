package chat.server.session;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * What waits to be sent to one session, as it counts against the budget of all. Who takes everything at once costs
 * nothing here. On the channel's event loop.
 */
final class PendingOutput {
    private final Channel channel;
    private final PendingSweep sweep;
    private int level;
    private long counted;
    private boolean listed;

    /**
     * Begins with nothing pending.
     *
     * @param sweep counts again from time to time, since a channel does not say when it has sent something
     */
    PendingOutput(Channel channel, PendingSweep sweep) {
        this.channel = channel;
        this.sweep = sweep;
    }

    /** Something is about to be written that the channel may have to keep: its watermarks are to be today's. */
    void willWrite() {
        int now = sweep.budget().level();
        if (now != level) {
            level = now;
            channel.config().setWriteBufferWaterMark(OutputBudget.mark(now));
        }
    }

    /** How much may wait, in bytes. */
    int share() {
        return OutputBudget.share(sweep.budget().level());
    }

    /** The longest answer that may be given now, in bytes. */
    long longestAnswer() {
        return sweep.budget().longestAnswer();
    }

    /** Something was sent, or could not be: counts what waits now. */
    void count() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        long waits = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        if (waits != counted) {
            sweep.budget().add(waits - counted);
            counted = waits;
            if (!listed) {
                listed = true;
                sweep.add(this);
            }
        }
    }

    /** Counts again for the sweep; whether it may forget this output, for which nothing waits any more. */
    boolean isOver() {
        count();
        listed = counted != 0;
        return !listed;
    }
}
