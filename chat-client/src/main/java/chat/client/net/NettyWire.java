package chat.client.net;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A wire on a channel, once there is one. Everything happens on the event loop. */
final class NettyWire implements Wire {
    private final WireEvents events;
    private @Nullable Channel channel;
    private boolean over;

    NettyWire(WireEvents events) {
        this.events = events;
    }

    /** The channel that this wire is being made with. */
    void uses(Channel made) {
        channel = made;
    }

    WireEvents events() {
        return events;
    }

    /** Whether nobody wants to hear of it any more. */
    boolean isOver() {
        return over;
    }

    /** Tells the end, once. */
    void ended(@Nullable Throwable cause) {
        if (!over) {
            over = true;
            events.closed(cause);
        }
    }

    @Override
    public boolean isWritable() {
        return !over && channel != null && channel.isActive() && channel.isWritable();
    }

    @Override
    public void write(String line) {
        if (channel != null) {
            // a write that fails is followed by the channel's end, which is told
            channel.write(line + "\n", channel.voidPromise());
        }
    }

    @Override
    public void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    @Override
    public void close() {
        over = true;
        if (channel != null) {
            channel.close();
        }
    }
}
