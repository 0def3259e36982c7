package chat.server.net.web;

import chat.server.session.Closing;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of a pipeline that speaks HTTP: each request gets one answer, and the connection ends when the time for the next one
 * or for an answer is over. Requests have no body here. Times count from the last answer and not from the last byte, or slow
 * headers would keep a connection for ever. On the channel's event loop.
 */
abstract class RequestHandler extends ChannelInboundHandlerAdapter {
    /** How long the next request may take, in seconds; counted from the connection or the answer before. */
    static final long REQUEST_SECONDS = 10;

    /** How long an answer may take to be read, in seconds: the page is small, but phones can be slow. */
    static final long ANSWER_SECONDS = 60;

    /** So many requests are answered on one connection. How often somebody connects is limited elsewhere. */
    static final int MOST_REQUESTS = 100;

    /** How long the other side may take, in milliseconds, to read the last answer when it is sent. */
    private static final long GRACE_MILLIS = 1000;

    private final Supplier<String> chat;
    private int requests;
    private boolean closing;
    private @Nullable Future<?> deadline;

    /**
     * Begins without a request.
     *
     * @param chat tells programs for terminals, in a sentence, where they are right
     */
    RequestHandler(Supplier<String> chat) {
        this.chat = chat;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        deadlineIn(ctx, REQUEST_SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        cancelDeadline();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof HttpRequest request && !closing) {
                take(ctx, request);
            }
            if (message instanceof LastHttpContent && !closing) {
                requestEnds(ctx);
            }
            if (message instanceof WebSocketFrame) {
                ctx.close(); // a browser waits for the answer to its handshake; nothing is lost without a word
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void take(ChannelHandlerContext ctx, HttpRequest request) {
        requests++;
        if (!ctx.channel().isWritable()) {
            end(ctx.writeAndFlush(Unpooled.EMPTY_BUFFER)); // who asks for more than they read asks again elsewhere
        } else {
            deadlineIn(ctx, ANSWER_SECONDS);
            if (Fault.isNoRequest(request)) {
                write(ctx, request, Responses.toStranger(chat.get()));
                return;
            }
            Fault fault = Fault.of(request);
            if (fault == null) {
                answer(ctx, request);
            } else {
                write(ctx, request, fault.response());
            }
        }
    }

    /** Answers a request in which nothing is wrong. */
    abstract void answer(ChannelHandlerContext ctx, HttpRequest request);

    /** Nothing of the request is left in the decoder. */
    void requestEnds(ChannelHandlerContext ctx) {}

    /** Writes the answer; only what is there is worth a connection that goes on. */
    final void write(ChannelHandlerContext ctx, HttpRequest request, FullHttpResponse response) {
        boolean last = response.status().code() >= 400
                || requests >= MOST_REQUESTS
                || request.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0
                || !HttpUtil.isKeepAlive(request);
        HttpUtil.setKeepAlive(response, !last);
        ChannelFuture written = ctx.writeAndFlush(response);
        if (last) {
            end(written);
        } else {
            written.addListener(sent -> {
                if (!closing) {
                    deadlineIn(ctx, REQUEST_SECONDS);
                }
            });
        }
    }

    private void end(ChannelFuture written) {
        closing = true;
        written.addListener(sent -> Closing.afterLastWords(written.channel(), GRACE_MILLIS));
    }

    private void deadlineIn(ChannelHandlerContext ctx, long seconds) {
        cancelDeadline();
        deadline = ctx.isRemoved() ? null : ctx.executor().schedule(() -> ctx.close(), seconds, TimeUnit.SECONDS);
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    /** Somebody has hung up, which browsers do as they like. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
