package chat.server.net.web;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not done.
 *
 * @param status for programs
 * @param sentence for people
 * @param header a further header of the answer that says what would do; null for none
 * @param value the header's value
 */
record Fault(
        HttpResponseStatus status,
        String sentence,
        @Nullable CharSequence header,
        String value) {
    /** What Netty puts in the place of an address that it could not read. */
    private static final String NO_ADDRESS = "/bad-request";

    Fault(HttpResponseStatus status, String sentence) {
        this(status, sentence, null, "");
    }

    /** Whether not even its first line was one of HTTP, as people type it who have come to the wrong port. */
    static boolean isNoRequest(HttpRequest request) {
        return request.decoderResult().isFailure()
                && request.uri().equals(NO_ADDRESS)
                && !(request.decoderResult().cause() instanceof TooLongFrameException);
    }

    /** What is wrong with a request, whatever it asks for; null for nothing. */
    static @Nullable Fault of(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return undecoded(request.decoderResult().cause());
        }
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return new Fault(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "This server speaks HTTP/1.1.");
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            return new Fault(
                    HttpResponseStatus.METHOD_NOT_ALLOWED,
                    "Only GET and HEAD are possible here.",
                    HttpHeaderNames.ALLOW,
                    "GET, HEAD");
        }
        if (hasBody(request)) {
            return new Fault(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "A request has no body here.");
        }
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || (hosts == 0 && version.equals(HttpVersion.HTTP_1_1))) {
            return new Fault(HttpResponseStatus.BAD_REQUEST, "A request names one host.");
        }
        return null;
    }

    private static Fault undecoded(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Fault(HttpResponseStatus.REQUEST_URI_TOO_LONG, "No address here is as long as that.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Fault(
                    HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers of that request are too long.");
        }
        return new Fault(HttpResponseStatus.BAD_REQUEST, "The headers of that request are not well formed.");
    }

    private static boolean hasBody(HttpRequest request) {
        String length = request.headers().get(HttpHeaderNames.CONTENT_LENGTH, "0");
        return !length.strip().equals("0") || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    /** The answer that tells it. */
    FullHttpResponse response() {
        FullHttpResponse response = Responses.sentence(status, sentence);
        if (header != null) {
            response.headers().set(header, value);
        }
        return response;
    }
}
