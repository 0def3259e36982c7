package chat.server.net.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request has to be for the WebSocket to open: RFC 6455, section 4.2.1, and from a page that may. Any thread. */
final class SocketRequest {
    /** Where the WebSocket is. */
    static final String PATH = "/chat";

    /** What is spoken there: lines to the server, lines of JSON from it. */
    static final String PROTOCOL = "chat.json";

    /** The most that a message, and so a frame, may have, in bytes: some lines at once. A frame is kept until all of it is there. */
    static final int MOST_BYTES = 16 * 1024;

    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    /** What is wrong with a frame is told in one place, see {@link LineFrames}; nothing is compressed. */
    private static final WebSocketDecoderConfig FRAMES = WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(MOST_BYTES)
            .expectMaskedFrames(true)
            .allowMaskMismatch(false)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .build();

    private SocketRequest() {}

    /** Answers a request in which nothing is wrong. */
    static WebSocketServerHandshaker handshaker() {
        return new WebSocketServerHandshaker13(PATH, PROTOCOL, FRAMES);
    }

    /** Why a request for this path may not open the WebSocket; null if it may. */
    static @Nullable Fault fault(HttpRequest request, WebOrigins origins) {
        HttpHeaders headers = request.headers();
        if (!asksForSocket(request)) {
            return new Fault(
                    HttpResponseStatus.UPGRADE_REQUIRED,
                    "Here is a WebSocket only. A proxy in between has to pass Upgrade and Connection on, by HTTP/1.1.",
                    HttpHeaderNames.UPGRADE,
                    "websocket");
        }
        if (!headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_VERSION).equals(List.of(VERSION))) {
            return new Fault(
                    HttpResponseStatus.UPGRADE_REQUIRED,
                    "Only version 13 of WebSocket is spoken here.",
                    HttpHeaderNames.SEC_WEBSOCKET_VERSION,
                    VERSION);
        }
        if (!isKey(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_KEY))) {
            return new Fault(HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Key has to be 16 bytes, in Base64.");
        }
        if (!origins.mayOpen(headers)) {
            return new Fault(HttpResponseStatus.FORBIDDEN, "Another web site's page may not talk here.");
        }
        if (!offersProtocol(HeaderList.of(headers, HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL))) {
            return new Fault(HttpResponseStatus.BAD_REQUEST, "The subprotocol here is " + PROTOCOL + ".");
        }
        return null;
    }

    private static boolean asksForSocket(HttpRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && request.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true);
    }

    private static boolean isKey(List<String> keys) {
        try {
            return keys.size() == 1 && Base64.getDecoder().decode(keys.get(0).strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Who names none speaks this one, as nothing else is spoken. */
    private static boolean offersProtocol(List<String> offered) {
        return offered.isEmpty() || offered.contains(PROTOCOL);
    }
}
