package chat.server.net.web;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/**
 * What all connections of browsers share, and the handlers that each has.
 *
 * @param assets the files of the page
 * @param origins whose pages may open the WebSocket
 */
public record Web(Assets assets, WebOrigins origins) {
    /** The longest first line of a request, in bytes. */
    private static final int MOST_LINE = 2048;

    /** All headers of a request, in bytes: other servers of the same machine may have many cookies. */
    private static final int MOST_HEADERS = 16 * 1024;

    /**
     * What is there until the WebSocket is open.
     *
     * @param open is called then
     */
    public ChannelHandler[] http(Runnable open) {
        HttpDecoderConfig limits =
                new HttpDecoderConfig().setMaxInitialLineLength(MOST_LINE).setMaxHeaderSize(MOST_HEADERS);
        return new ChannelHandler[] {
            new HttpServerCodec(limits),
            new HttpDeadline(),
            new PageHandler(assets, origins),
            new WebSocketServerProtocolHandler(WebDoor.config()),
            new WebDoor(open)
        };
    }

    /** What is there from then on, between the frames and the lines. */
    public ChannelHandler[] socket() {
        return new ChannelHandler[] {new Heartbeat(), new WebSocketFrameAggregator(WebDoor.MOST_BYTES), new LineFrames()
        };
    }

    /**
     * Takes away what only requests need.
     *
     * @param pipeline of a connection whose WebSocket is open
     */
    public static void endRequests(ChannelPipeline pipeline) {
        pipeline.remove(HttpDeadline.class);
        pipeline.remove(PageHandler.class);
    }
}
