package chat.server.session;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.SocketChannelConfig;
import java.util.concurrent.TimeUnit;

/** How a connection is let go once everything is written. On the channel's event loop. */
final class Closing {
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

    private void begin(Ending ending) {
        switch (ending.manner()) {
            case WAIT -> after(ending.graceMillis(), this::hangUp);
            case END_OUTPUT -> {
                closeOutput();
                after(ending.graceMillis(), channel::close);
            }
            case SEND_REST -> {
                channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
                after(ending.graceMillis(), channel::close);
            }
        }
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
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> duplex.shutdownOutput());
            return true;
        }
        return false;
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
