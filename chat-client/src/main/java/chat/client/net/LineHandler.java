package chat.client.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import org.jspecify.annotations.Nullable;

/** The end of the client's pipeline: what happens to the channel, told to its wire. */
final class LineHandler extends SimpleChannelInboundHandler<String> {
    private final NettyWire wire;
    private @Nullable Throwable cause;

    LineHandler(NettyWire wire) {
        this.wire = wire;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (wire.isOver()) {
            ctx.close();
        } else {
            wire.events().opened();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String line) {
        if (!wire.isOver()) {
            wire.events().line(line);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (wire.isWritable()) {
            wire.events().writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        wire.ended(cause);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable thrown) {
        if (thrown instanceof TooLongFrameException) {
            if (!wire.isOver()) {
                wire.events().lineTooLong();
            }
        } else {
            cause = cause == null ? thrown : cause;
            ctx.close();
        }
    }
}
