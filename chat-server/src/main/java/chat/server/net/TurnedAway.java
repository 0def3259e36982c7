package chat.server.net;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All there is behind the door for who may not come in: one sentence, and the end. Some of them at a time have a second to
 * read it. The others are closed at once, so that those who have typed already may see a reset instead.
 */
final class TurnedAway extends ChannelInboundHandlerAdapter {
    /** How many have the second. */
    static final int MOST_LINGERING = 256;

    private final String sentence;
    private final boolean plain;
    private final AtomicInteger lingering;

    /**
     * Makes the handler of one connection.
     *
     * @param sentence why
     * @param plain whether the other side reads plain text; else nothing can be said
     * @param lingering counts those who have the second
     */
    TurnedAway(String sentence, boolean plain, AtomicInteger lingering) {
        this.sentence = sentence;
        this.plain = plain;
        this.lingering = lingering;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        if (!plain) {
            ctx.close();
        } else if (lingering.incrementAndGet() <= MOST_LINGERING) {
            ctx.channel().closeFuture().addListener((ChannelFutureListener) closed -> lingering.decrementAndGet());
            Refusal.say(ctx, sentence);
        } else {
            lingering.decrementAndGet();
            ctx.writeAndFlush(ByteBufUtil.writeUtf8(ctx.alloc(), sentence + "\r\n"))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        ReferenceCountUtil.release(bytes);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
