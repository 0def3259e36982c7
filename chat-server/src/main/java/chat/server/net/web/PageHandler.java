package chat.server.net.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Answers a browser's requests: GET and HEAD of the files there are, and lets those pass that ask for the WebSocket. Everything
 * else gets one sentence. On the channel's event loop.
 */
final class PageHandler extends ChannelInboundHandlerAdapter {
    private final Assets assets;
    private final WebOrigins origins;
    private boolean closing;

    PageHandler(Assets assets, WebOrigins origins) {
        this.assets = assets;
        this.origins = origins;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closing || !(message instanceof HttpRequest request)) {
            ReferenceCountUtil.release(message); // the end of a request, which has no body
            return;
        }
        if (isForSocket(request)) {
            if (origins.mayOpen(request.headers())) {
                ctx.fireChannelRead(message);
                return;
            }
            answer(ctx, request, HttpResponseStatus.FORBIDDEN, "Another web site's page may not talk here.");
        } else {
            answer(ctx, request);
        }
        ReferenceCountUtil.release(message);
    }

    private static boolean isForSocket(HttpRequest request) {
        return path(request).equals(WebDoor.PATH)
                && request.method().equals(HttpMethod.GET)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private static String path(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private void answer(ChannelHandlerContext ctx, HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            answer(ctx, request, HttpResponseStatus.BAD_REQUEST, "That is no request that this server understands.");
        } else if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            answer(ctx, request, HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD are possible here.");
        } else if (HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0) != 0) {
            answer(ctx, request, HttpResponseStatus.BAD_REQUEST, "A request here has no body.");
        } else if (path(request).equals(WebDoor.PATH)) {
            answer(ctx, request, HttpResponseStatus.UPGRADE_REQUIRED, "Here is a WebSocket only.");
        } else {
            assets.find(path(request))
                    .ifPresentOrElse(
                            asset -> answer(ctx, request, asset),
                            () -> answer(
                                    ctx,
                                    request,
                                    HttpResponseStatus.NOT_FOUND,
                                    "There is nothing here. The chat is at /"));
        }
    }

    private void answer(ChannelHandlerContext ctx, HttpRequest request, Asset asset) {
        boolean zipped = request.headers().contains(HttpHeaderNames.ACCEPT_ENCODING, "gzip", true)
                || request.headers().get(HttpHeaderNames.ACCEPT_ENCODING, "").contains("gzip");
        ByteBuf content = (zipped ? asset.zipped() : asset.content()).duplicate();
        FullHttpResponse response = response(HttpResponseStatus.OK, asset.type(), request, content);
        HttpHeaders headers = response.headers();
        headers.set(
                HttpHeaderNames.CACHE_CONTROL, asset.lasting() ? "public, max-age=31536000, immutable" : "no-store");
        headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        if (zipped) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        write(ctx, response, HttpUtil.isKeepAlive(request));
    }

    /** Says one sentence; who has asked for something that is not there may be no browser, and is let go. */
    private void answer(ChannelHandlerContext ctx, HttpRequest request, HttpResponseStatus status, String sentence) {
        ByteBuf content = Unpooled.copiedBuffer(sentence + "\n", StandardCharsets.UTF_8);
        FullHttpResponse response = response(status, "text/plain; charset=utf-8", request, content);
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
        }
        write(ctx, response, false);
    }

    private static FullHttpResponse response(
            HttpResponseStatus status, String type, HttpRequest request, ByteBuf content) {
        ByteBuf body = request.method().equals(HttpMethod.HEAD) ? Unpooled.EMPTY_BUFFER : content;
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        SecurityHeaders.addTo(response.headers());
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        return response;
    }

    private void write(ChannelHandlerContext ctx, FullHttpResponse response, boolean keepAlive) {
        closing = !keepAlive;
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture written = ctx.writeAndFlush(response);
        if (closing) {
            written.addListener(ChannelFutureListener.CLOSE);
        } else if (!ctx.channel().isWritable()) {
            ctx.channel().config().setAutoRead(false); // who asks for more than they read is not read from
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        ctx.fireChannelWritabilityChanged();
    }
}
