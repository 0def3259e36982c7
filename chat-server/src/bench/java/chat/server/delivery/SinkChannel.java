package chat.server.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.channel.local.LocalAddress;
import java.net.SocketAddress;

/** A connection whose other side takes everything at once and for nothing, so that what is left is our work. */
final class SinkChannel extends AbstractChannel {
    /** Counts what arrives at the other sides. */
    static final class Sink {
        private long bytes;

        long bytes() {
            return bytes;
        }
    }

    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private static final SocketAddress NOWHERE = new LocalAddress("sink");

    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final Sink sink;
    private boolean open = true;

    SinkChannel(Sink sink) {
        super(null);
        this.sink = sink;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer out) {
        for (Object lines = out.current(); lines != null; lines = out.current()) {
            sink.bytes += ((ByteBuf) lines).readableBytes();
            out.remove();
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isActive() {
        return open;
    }

    @Override
    protected void doClose() {
        open = false;
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected SocketAddress localAddress0() {
        return NOWHERE;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return NOWHERE;
    }

    @Override
    protected void doBind(SocketAddress address) {}

    @Override
    protected void doBeginRead() {}

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new AbstractUnsafe() {
            @Override
            public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                promise.setFailure(new UnsupportedOperationException());
            }
        };
    }
}
