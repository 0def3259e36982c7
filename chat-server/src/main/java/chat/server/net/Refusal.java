package chat.server.net;

import chat.server.session.Closing;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;

/** How somebody is turned away who has no session that could say it. */
final class Refusal {
    /** How long the other side may take, in milliseconds, to read why. */
    private static final long GRACE_MILLIS = 1000;

    private Refusal() {}

    /** Says one sentence and closes. From now on the caller throws away what comes in. */
    static void say(ChannelHandlerContext ctx, String sentence) {
        ctx.channel().config().setAutoRead(true);
        ctx.writeAndFlush(ByteBufUtil.writeUtf8(ctx.alloc(), sentence + "\r\n"));
        Closing.afterLastWords(ctx.channel(), GRACE_MILLIS);
    }
}
