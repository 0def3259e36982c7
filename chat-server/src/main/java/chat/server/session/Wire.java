package chat.server.session;

import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
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
    /** From this many characters on, text is long. */
    private static final int LONG = 1024;

    private final Channel channel;
    private final PendingOutput pending;
    private final ChannelHandlerContext entry;
    private final @Nullable Socket socket;

    /**
     * Finds out about a connection.
     *
     * @param entry where encoded lines enter the pipeline
     * @param bare whether nothing between there and the socket has to see them
     * @param sweep counts what waits
     */
    Wire(ChannelHandlerContext entry, boolean bare, PendingSweep sweep) {
        this.channel = entry.channel();
        this.pending = new PendingOutput(channel, sweep);
        this.entry = entry;
        this.socket =
                bare && channel instanceof EpollSocketChannel epoll && epoll.fd() instanceof Socket open ? open : null;
    }

    /** What waits to be sent. */
    PendingOutput pending() {
        return pending;
    }

    Channel channel() {
        return channel;
    }

    /**
     * Sends lines now, behind everything written before, as far as there is room for them.
     *
     * @param lines stays the caller's
     * @param leftover is asked what becomes of more than may wait
     * @return whether that was all
     */
    boolean send(ByteBuf lines, Leftover leftover) {
        int length = lines.readableBytes();
        int sent = sendStraight(lines, lines.readerIndex(), length);
        if (sent == length) {
            return true;
        }
        int share = pending.share();
        int end = length - sent <= share ? length : Math.min(length, leftover.keep(sent, share));
        write(part(lines, sent, end));
        flush();
        return end == length;
    }

    /** The bytes of lines that many share, for one of them alone: a copy if they are few, which keeps no others alive. */
    private static ByteBuf part(ByteBuf lines, int begin, int end) {
        int from = lines.readerIndex() + begin;
        int length = end - begin;
        boolean few = length < lines.capacity() / 2;
        return few
                ? lines.alloc().directBuffer(length).writeBytes(lines, from, length)
                : lines.retainedSlice(from, length);
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
        pending.willWrite();
        entry.write(lines, channel.voidPromise());
    }

    /** The same, and tells whether all of it went out. */
    ChannelFuture writeTold(ByteBuf lines) {
        pending.willWrite();
        return entry.write(lines);
    }

    /** Writes text without sending it yet: a few lines the way of all answers, through the encoder. */
    void write(CharSequence lines, WireFormat format) {
        if (lines.length() < LONG && format != WireFormat.WEB) {
            pending.willWrite();
            channel.write(lines.toString(), channel.voidPromise());
        } else {
            write(LineBytes.of(
                    lines, format, channel.alloc())); // the encoder would reserve three bytes for each character
        }
    }

    /** Sends what is written. */
    void flush() {
        channel.flush();
        pending.count();
    }
}
