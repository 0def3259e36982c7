package chat.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands where a browser speaks plain HTTP, and turns away who begins with TLS, at once: they would wait for an answer. A
 * browser tells its person that there is no TLS, and programs can tell theirs what that port is for.
 */
final class PlainGate extends ChannelInboundHandlerAdapter {
    /** What every TLS connection begins with: a record of the type "handshake". */
    private static final int HANDSHAKE_RECORD = 22;

    private static final String SENTENCE = "This page is not encrypted: its address begins with http://";

    private final QuietLog log;
    private boolean closed;

    PlainGate(QuietLog log) {
        this.log = log;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (closed) {
            bytes.release();
        } else if (bytes.isReadable() && bytes.getUnsignedByte(bytes.readerIndex()) == HANDSHAKE_RECORD) {
            bytes.release();
            log.refused(ctx.channel(), "it speaks TLS where plain HTTP is expected");
            closed = true;
            Refusal.say(ctx, Signpost.response("400 Bad Request", SENTENCE));
        } else {
            ctx.fireChannelRead(bytes);
            ctx.pipeline().remove(this);
        }
    }
}
