package chat.server.net.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a browser is answered. Any thread. */
final class Responses {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String NO_REQUEST = "This port is for web browsers, and that was no request of one. ";
    private static final Pattern NOT_WANTED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    private Responses() {}

    /** A file of the page. */
    static FullHttpResponse file(HttpRequest request, Asset asset) {
        boolean zipped = takesGzip(request);
        ByteBuf content = (zipped ? asset.zipped() : asset.content()).duplicate();
        boolean bodiless = request.method().equals(HttpMethod.HEAD);
        FullHttpResponse response = response(HttpResponseStatus.OK, bodiless ? Unpooled.EMPTY_BUFFER : content);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, asset.type())
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING)
                .set(HttpHeaderNames.CACHE_CONTROL, asset.lasting() ? FOR_GOOD : HttpHeaderValues.NO_STORE);
        if (zipped) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        return response;
    }

    private static boolean takesGzip(HttpRequest request) {
        return HeaderList.of(request.headers(), HttpHeaderNames.ACCEPT_ENCODING).stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .anyMatch(coding -> coding.matches("gzip\\b.*")
                        && !NOT_WANTED.matcher(coding).find());
    }

    /** One sentence, which a browser shows. To HEAD, too: the connection ends behind it. */
    static FullHttpResponse sentence(HttpResponseStatus status, String sentence) {
        ByteBuf content = Unpooled.copiedBuffer(sentence + "\n", StandardCharsets.UTF_8);
        FullHttpResponse response = response(status, content);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, TEXT)
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        return response;
    }

    /**
     * For who speaks no HTTP, and is probably a person at a terminal: what HTTP needs in front, and no more.
     *
     * @param chat where they are right
     */
    static FullHttpResponse toStranger(String chat) {
        ByteBuf content = Unpooled.copiedBuffer(NO_REQUEST + chat + "\n", StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, content);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, TEXT); // the end of the connection is its end
        return response;
    }

    /** That it is somewhere else for now. */
    static FullHttpResponse elsewhere(String location) {
        FullHttpResponse response = sentence(HttpResponseStatus.TEMPORARY_REDIRECT, "The page is at " + location);
        response.headers().set(HttpHeaderNames.LOCATION, location);
        return response;
    }

    private static FullHttpResponse response(HttpResponseStatus status, ByteBuf content) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        SecurityHeaders.addTo(response.headers());
        return response;
    }
}
