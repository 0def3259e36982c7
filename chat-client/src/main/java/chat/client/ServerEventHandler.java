package chat.client;

import chat.common.PrintableText;
import chat.common.event.Goodbye;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hands on what the server says, and closes the channel when that was a goodbye. */
final class ServerEventHandler extends SimpleChannelInboundHandler<String> {
    private final Consumer<String> lines;
    private final CompletableFuture<Farewell> farewell = new CompletableFuture<>();
    private Farewell ending = Farewell.LOST;

    ServerEventHandler(Consumer<String> lines) {
        this.lines = lines;
    }

    CompletableFuture<Farewell> farewell() {
        return farewell;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String line) {
        lines.accept(PrintableText.clean(line));
        if (line.equals(Goodbye.Reason.QUIT.line())) {
            ending = Farewell.LEFT;
            ctx.close();
        } else if (line.equals(Goodbye.Reason.SERVER_STOPPED.line())) {
            ending = Farewell.SERVER_STOPPED;
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        farewell.complete(ending);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof TooLongFrameException) {
            lines.accept("(a line was left out: it is too long to come from a chat server)");
        } else {
            ctx.close();
        }
    }
}
