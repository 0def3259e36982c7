package chat.server.net.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;

/** Stands behind the WebSocket: lets a session begin when the handshake is done. On the channel's event loop. */
final class WebDoor extends ChannelInboundHandlerAdapter {
    /** Where the WebSocket is. */
    static final String PATH = "/chat";

    /** What is spoken there: lines to the server, lines of JSON from it. */
    static final String PROTOCOL = "chat.json";

    /** The most that a message may have, in bytes: some lines at once. */
    static final int MOST_BYTES = 64 * 1024;

    private static final long HANDSHAKE_MILLIS = 10_000;

    private final Runnable open;

    /**
     * Makes the door of one connection.
     *
     * @param open puts the session's handlers behind the door
     */
    WebDoor(Runnable open) {
        this.open = open;
    }

    static WebSocketServerProtocolConfig config() {
        return WebSocketServerProtocolConfig.newBuilder()
                .websocketPath(PATH)
                .subprotocols(PROTOCOL)
                .allowExtensions(false)
                .maxFramePayloadLength(MOST_BYTES)
                .handshakeTimeoutMillis(HANDSHAKE_MILLIS)
                .dropPongFrames(false)
                .build();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof HandshakeComplete) {
            open.run();
            ctx.fireChannelActive();
            ctx.pipeline().remove(this);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }
}
