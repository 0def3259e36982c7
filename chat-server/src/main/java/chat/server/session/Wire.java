package chat.server.session;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where encoded lines leave for one connection. On the channel's event loop.
 *
 * <p>A delivery is a system call and little else, so what is sent at once goes straight to the socket when nothing
 * waits before it and no handler has to see it: without a buffer object, a reference count or an entry in the outbound
 * buffer for each member. Whatever the socket does not take goes the usual way, as does everything where another
 * handler (TLS, WebSocket) or another transport stands between.
 */
final class Wire {
    private final Channel channel;
    private final ChannelHandlerContext entry;
    private final @Nullable Socket socket;

    /**
     * Finds out about a connection.
     *
     * @param entry where encoded lines enter the pipeline
     */
    Wire(ChannelHandlerContext entry, boolean bare) {
        this.channel = entry.channel();
        this.entry = entry;
        this.socket =
                bare && channel instanceof EpollSocketChannel epoll && epoll.fd() instanceof Socket open ? open : null;
    }

    Channel channel() {
        return channel;
    }

    /**
     * Sends lines now, behind everything written before.
     *
     * @param lines stays the caller's
     */
    void send(ByteBuf lines) {
        int begin = lines.readerIndex();
        int length = lines.readableBytes();
        int sent = sendStraight(lines, begin, length);
        if (sent < length) {
            entry.writeAndFlush(lines.retainedSlice(begin + sent, length - sent), channel.voidPromise());
        }
    }

    private int sendStraight(ByteBuf lines, int begin, int length) {
        if (socket == null || !lines.hasMemoryAddress()) {
            return 0;
        }
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        if (waiting == null || waiting.totalPendingWriteBytes() > 0) {
            return 0;
        }
        try {
            return socket.sendAddress(lines.memoryAddress(), begin, begin + length);
        } catch (IOException e) {
            return 0; // the channel is about to meet the same error, and knows what to do
        }
    }

    /**
     * Writes lines without sending them yet.
     *
     * @param lines released when sent
     */
    void write(ByteBuf lines) {
        entry.write(lines, channel.voidPromise());
    }
}
