package chat.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands where a browser speaks plain HTTP, and cuts one that begins with TLS: it would wait for an answer that it
 * understands, and its person with it.
 */
final class PlainGate extends ChannelInboundHandlerAdapter {
    /** What every TLS connection begins with: a record of the type "handshake". */
    private static final int HANDSHAKE_RECORD = 22;

    private final QuietLog log;

    PlainGate(QuietLog log) {
        this.log = log;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (bytes.isReadable() && bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE_RECORD) {
            bytes.release();
            log.refused(ctx.channel(), "it speaks TLS where plain HTTP is expected");
            ctx.close();
        } else {
            ctx.fireChannelRead(bytes);
            ctx.pipeline().remove(this);
        }
    }
}
