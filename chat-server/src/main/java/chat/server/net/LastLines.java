package chat.server.net;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.flow.FlowControlHandler;

/**
 * When the other side closes while lines wait behind an answer that is on its way, as after
 * {@code printf '/private bob hi\n/all bye\n' | nc -N ...}, those lines were typed all the same: they are handed on
 * before the end is told. {@link FlowControlHandler} would drop them, but gives them out when it is removed.
 */
@Sharable
final class LastLines extends ChannelInboundHandlerAdapter {
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (ctx.pipeline().get(FlowControlHandler.class) != null) {
            ctx.pipeline().remove(FlowControlHandler.class);
        }
        ctx.fireChannelInactive();
    }
}
