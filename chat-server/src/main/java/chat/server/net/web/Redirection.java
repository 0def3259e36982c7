package chat.server.net.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Sends browsers that speak plain HTTP where TLS is expected to the same place with TLS. On the channel's event loop. */
final class Redirection extends RequestHandler {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:\\d+)?|\\[[0-9A-Fa-f:.]+\\](:\\d+)?");
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

    /**
     * Makes the handler of one connection.
     *
     * @param chat tells programs for terminals where they are right
     */
    Redirection(Supplier<String> chat) {
        super(chat);
    }

    @Override
    void answer(ChannelHandlerContext ctx, HttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST, "");
        boolean known =
                HOST.matcher(host).matches() && PATH.matcher(request.uri()).matches();
        write(
                ctx,
                request,
                known
                        ? Responses.elsewhere("https://" + host + request.uri())
                        : Responses.sentence(
                                HttpResponseStatus.BAD_REQUEST,
                                "This page is encrypted: its address begins with https://"));
    }
}
