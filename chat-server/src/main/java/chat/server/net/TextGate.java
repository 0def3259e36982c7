package chat.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stands where lines are expected, and turns away who begins with another protocol: it would get answers it does not
 * understand, and a web page could have its visitors' browsers type lines here. Lets everything else pass at once.
 */
final class TextGate extends ChannelInboundHandlerAdapter {
    private final Protocol.Guess guess = new Protocol.Guess();
    private final Signpost signpost;
    private final QuietLog log;
    private boolean closed;

    TextGate(Signpost signpost, QuietLog log) {
        this.signpost = signpost;
        this.log = log;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (closed) {
            bytes.release();
            return;
        }
        Protocol spoken = guess.next(bytes);
        switch (spoken) {
            case UNDECIDED -> ctx.fireChannelRead(bytes);
            case TEXT -> {
                ctx.pipeline().remove(this);
                ctx.fireChannelRead(bytes);
            }
            case TLS, HTTP, PROXY -> {
                bytes.release();
                closed = true;
                log.refused(ctx.channel(), "it speaks " + spoken + " where plain text is expected");
                Refusal.say(ctx, signpost.noText(spoken));
            }
        }
    }
}
