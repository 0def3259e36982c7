package chat.server.net.web;

import chat.server.session.Ending;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What all connections of browsers share, and the handlers that each has.
 *
 * @param assets the files of the page
 * @param origins whose pages may open the WebSocket
 * @param forwarders which proxies may say for whom they ask
 */
public record Web(Assets assets, WebOrigins origins, Forwarders forwarders) {
    /** The longest first line of a request, in bytes. */
    static final int MOST_LINE = 2048;

    /** All headers of a request, in bytes: other servers of the same machine may have many cookies. */
    static final int MOST_HEADERS = 16 * 1024;

    /**
     * What is there until the WebSocket is open.
     *
     * @param open puts what comes then behind it
     * @param refused is told, for the log, whose WebSocket does not open and why
     * @param chat tells programs for terminals, in a sentence, where they are right
     */
    public ChannelHandler[] http(Runnable open, BiConsumer<Channel, String> refused, Supplier<String> chat) {
        return requests(new PageHandler(this, open, refused, chat));
    }

    /**
     * What is there for browsers that speak plain HTTP where TLS is expected.
     *
     * @param chat tells programs for terminals, in a sentence, where they are right
     */
    public static ChannelHandler[] redirection(Supplier<String> chat) {
        return requests(new Redirection(chat));
    }

    /** Decoder and encoder are two, so that the handshake can replace the one and keep the bytes that are in it. */
    private static ChannelHandler[] requests(RequestHandler handler) {
        HttpDecoderConfig limits =
                new HttpDecoderConfig().setMaxInitialLineLength(MOST_LINE).setMaxHeaderSize(MOST_HEADERS);
        return new ChannelHandler[] {new HttpRequestDecoder(limits), new HttpResponseEncoder(), handler};
    }

    /**
     * What is there from then on, between the frames and the lines.
     *
     * @param end ends the session
     * @param overhead is told how many bytes have come that are no part of any line
     */
    public static ChannelHandler[] socket(Consumer<Ending> end, IntConsumer overhead) {
        return new ChannelHandler[] {
            new ControlFrames(overhead),
            new Heartbeat(() -> end.accept(Ending.PEER_GONE)),
            new Utf8FrameValidator(false),
            new LineFrames(end)
        };
    }
}
