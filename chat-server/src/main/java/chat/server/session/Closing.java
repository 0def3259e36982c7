package chat.server.session;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/** How a connection is let go once everything is written. On the channel's event loop. */
public final class Closing {
    /** How long the other side has, in milliseconds, to answer the orderly end of a connection. */
    private static final long HANG_UP_MILLIS = 1000;

    private final Channel channel;

    private Closing(Channel channel) {
        this.channel = channel;
    }

    /** Closes in the ending's manner, and in any case when its grace is over. */
    static void of(Channel channel, Ending ending) {
        new Closing(channel).begin(ending);
    }

    /**
     * Ends our direction as soon as all that is written is out, and closes when the other side has had the time to read
     * it. What still comes in meanwhile is the caller's to throw away.
     *
     * @param channel any
     * @param graceMillis how long that may take, in milliseconds
     */
    public static void afterLastWords(Channel channel, long graceMillis) {
        Closing closing = new Closing(channel);
        closing.closeOutput();
        closing.after(graceMillis, channel::close);
    }

    private void begin(Ending ending) {
        if (channel.pipeline().get(WebSocketFrameEncoder.class) != null) {
            endWebSocket(ending);
            return;
        }
        switch (ending.manner()) {
            case WAIT -> {
                if (channel instanceof DuplexChannel duplex && duplex.isInputShutdown()) {
                    sendRest(ending);
                } else {
                    after(ending.graceMillis(), this::hangUp);
                }
            }
            case END_OUTPUT -> afterLastWords(channel, ending.graceMillis());
            case SEND_REST -> sendRest(ending);
        }
    }

    /** The other side answers a closing frame with its own, and then the connection is closed; or when the grace is over. */
    private void endWebSocket(Ending ending) {
        channel.writeAndFlush(new CloseWebSocketFrame(status(ending)));
        after(ending.graceMillis(), channel::close);
    }

    private static WebSocketCloseStatus status(Ending ending) {
        return switch (ending) {
            case SERVER_STOPPED -> WebSocketCloseStatus.ENDPOINT_UNAVAILABLE;
            case NO_NAME, FLOOD, KICKED, BANNED -> WebSocketCloseStatus.POLICY_VIOLATION;
            case FAILED -> WebSocketCloseStatus.INTERNAL_SERVER_ERROR;
            case QUIT, REPLACED, CONNECTION_CLOSED, PEER_GONE, BAD_FRAMES -> WebSocketCloseStatus.NORMAL_CLOSURE;
        };
    }

    private void sendRest(Ending ending) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        after(ending.graceMillis(), channel::close);
    }

    /** Closes; but a connection is cut only if the other side does not answer an orderly end with its own. */
    private void hangUp() {
        if (closeOutput()) {
            after(HANG_UP_MILLIS, this::cut);
        } else {
            channel.close();
        }
    }

    private boolean closeOutput() {
        if (channel instanceof DuplexChannel duplex) {
            sayEnd().addListener(sent -> duplex.shutdownOutput());
            return true;
        }
        return false;
    }

    /** Behind everything that is written. TLS has an end of its own, without which the other side suspects a cut. */
    private ChannelFuture sayEnd() {
        ChannelFuture written = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        return tls == null ? written : tls.closeOutbound();
    }

    /** A reset ends nc, too, which otherwise waits for what is typed next. */
    private void cut() {
        if (channel.config() instanceof SocketChannelConfig config) {
            config.setSoLinger(0);
        }
        channel.close();
    }

    private void after(long millis, Runnable task) {
        var timeout = channel.eventLoop().schedule(task, millis, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener((ChannelFutureListener) closed -> timeout.cancel(false));
    }
}
