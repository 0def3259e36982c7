package chat.server.net.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a browser's requests: GET and HEAD of the files there are, and the handshake of the WebSocket, behind which it is
 * gone from the pipeline. Everything else gets one sentence. On the channel's event loop.
 */
final class PageHandler extends RequestHandler {
    private final Web web;
    private final Runnable open;
    private final BiConsumer<Channel, String> refused;
    private @Nullable HttpRequest socket;

    /**
     * Makes the handler of one connection.
     *
     * @param web what it has to give
     * @param open puts what is behind the WebSocket into the pipeline
     * @param refused is told, for the log, whose WebSocket does not open and why
     * @param chat tells programs for terminals where they are right
     */
    PageHandler(Web web, Runnable open, BiConsumer<Channel, String> refused, Supplier<String> chat) {
        super(chat);
        this.web = web;
        this.open = open;
        this.refused = refused;
    }

    @Override
    void answer(ChannelHandlerContext ctx, HttpRequest request) {
        if (path(request).equals(SocketRequest.PATH)) {
            Fault fault = SocketRequest.fault(request, web.origins());
            if (fault == null) {
                fault = web.forwarders().apply(ctx.channel(), request.headers());
            }
            if (fault == null) {
                socket = request;
            } else {
                tell(ctx, request, fault);
                write(ctx, request, fault.response());
            }
            return;
        }
        write(
                ctx,
                request,
                web.assets()
                        .find(path(request))
                        .map(asset -> Responses.file(request, asset))
                        .orElseGet(() -> Responses.sentence(
                                HttpResponseStatus.NOT_FOUND, "There is nothing here. The chat is at /")));
    }

    /** Whoever runs a proxy that does not pass on what it should finds out by the log. */
    private void tell(ChannelHandlerContext ctx, HttpRequest request, Fault fault) {
        if (fault.status().equals(HttpResponseStatus.FORBIDDEN)) {
            String origin = request.headers().get(HttpHeaderNames.ORIGIN);
            String host = request.headers().get(HttpHeaderNames.HOST);
            refused.accept(ctx.channel(), "a page of " + origin + " asks for " + host + "; see --web-origin");
        } else if (web.forwarders().contains(ctx.channel())) {
            refused.accept(ctx.channel(), fault.sentence());
        }
    }

    private static String path(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The decoder may be replaced only now: it would hand what is left of the request to the frames' one. */
    @Override
    void requestEnds(ChannelHandlerContext ctx) {
        HttpRequest request = socket;
        if (request != null) {
            shakeHands(ctx, request);
        }
    }

    private void shakeHands(ChannelHandlerContext ctx, HttpRequest request) {
        Channel channel = ctx.channel();
        WebSocketServerHandshaker handshaker = SocketRequest.handshaker();
        ChannelFuture shaken = handshaker.handshake(
                channel,
                new DefaultFullHttpRequest(
                        request.protocolVersion(),
                        request.method(),
                        request.uri(),
                        Unpooled.EMPTY_BUFFER,
                        request.headers(),
                        EmptyHttpHeaders.INSTANCE),
                EmptyHttpHeaders.INSTANCE,
                channel.newPromise());
        shaken.addListener(done -> {
            if (done.isSuccess()) {
                open.run();
                ctx.fireChannelActive();
                ctx.pipeline().remove(this);
            } else {
                ctx.close();
            }
        });
    }
}
