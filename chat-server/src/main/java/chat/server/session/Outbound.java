package chat.server.session;

import chat.common.event.Event;
import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A session's way out: writes, and keeps what waits to be sent within the channel's write watermark by not reading from
 * somebody who does not read. On the channel's event loop unless a method says otherwise.
 *
 * <p>Who is behind with their rooms is fed from the rooms' logs each time the channel has drained, and may meanwhile
 * say one line for each such time: so even somebody whose line never catches up can still {@code /quit}.
 */
public final class Outbound {
    /** How long the other side has, in milliseconds, to answer the orderly end of a connection. */
    private static final long HANG_UP_MILLIS = 1000;

    private final Channel channel;
    private final BooleanSupplier catchUp;
    private WireFormat format = WireFormat.TEXT_CRLF;
    private boolean inRead;
    private boolean flushDue;
    private boolean balancing;
    private boolean continuing;
    private boolean paused;
    private int holds;

    /**
     * Makes the way out of a channel.
     *
     * @param channel where to
     * @param catchUp writes what rooms have said, without a flush, and tells whether nothing is left
     */
    Outbound(Channel channel, BooleanSupplier catchUp) {
        this.channel = channel;
        this.catchUp = catchUp;
    }

    /** The connection. Any thread. */
    public Channel channel() {
        return channel;
    }

    /** The other side's address as logs write it: {@code 192.0.2.7:40422}. Any thread. */
    public String address() {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? NetUtil.toSocketAddressString(address)
                : String.valueOf(channel.remoteAddress());
    }

    /** How events are written to this session. */
    public WireFormat format() {
        return format;
    }

    /**
     * Changes how the session is written to from now on.
     *
     * @param format the form that the person's own lines ask for
     */
    public void speak(WireFormat format) {
        this.format = format;
    }

    boolean inEventLoop() {
        return channel.eventLoop().inEventLoop();
    }

    void execute(Runnable task) {
        channel.eventLoop().execute(task);
    }

    /** Whether less than the write watermark waits to be sent. Any thread. */
    public boolean isWritable() {
        return channel.isWritable();
    }

    /** Writes an event; it is sent at the end of the current read, or at once outside of one. */
    void write(Event event) {
        StringBuilder lines = new StringBuilder(128);
        format.append(event, lines);
        channel.write(lines.toString(), channel.voidPromise());
        if (inRead) {
            flushDue = true;
        } else {
            flush();
        }
    }

    /**
     * Sends text that many sessions share, at once.
     *
     * @param lines in this session's format; released when sent
     */
    public void send(ByteBuf lines) {
        balancing = true;
        channel.write(lines, channel.voidPromise());
        channel.flush();
        balancing = false;
        if (paused || !channel.isWritable()) {
            balance();
        }
    }

    /**
     * Writes text without sending it yet.
     *
     * @param lines in this session's format; released when sent
     */
    public void write(ByteBuf lines) {
        channel.write(lines, channel.voidPromise());
    }

    /** A request is about to be answered; others may follow in the same read. */
    public void readBegins() {
        inRead = true;
    }

    /** The request is answered. Without automatic reads requests come one by one, and nothing tells of their end. */
    public void requestEnds() {
        if (!channel.config().isAutoRead()) {
            readEnds();
        }
    }

    /** No more requests for now: what was written meanwhile is sent. */
    public void readEnds() {
        inRead = false;
        if (flushDue) {
            flush();
        }
    }

    /** Sends all that is written, and then as much of the rooms' logs as the channel takes. */
    public void flush() {
        flushDue = false;
        channel.flush();
        if (!channel.isWritable()) {
            balance();
        }
    }

    /** The channel has filled up or drained. */
    public void writabilityChanged() {
        if (!balancing) {
            balance();
        }
    }

    /** Goes on reading from the log while the channel takes it, and from the person while both keep up. */
    private void balance() {
        balancing = true;
        boolean level = catchUp.getAsBoolean();
        flushDue = false;
        channel.flush();
        balancing = false;
        boolean writable = channel.isWritable();
        pause(!level || !writable);
        if (!level && writable) {
            channel.read();
            continueSoon();
        }
    }

    /** The channel took all it was given and the log has more: lets others have their turn first. */
    private void continueSoon() {
        if (!continuing) {
            continuing = true;
            channel.eventLoop()
                    .schedule(
                            () -> {
                                continuing = false;
                                balance();
                            },
                            0,
                            TimeUnit.NANOSECONDS);
        }
    }

    /** Stops reading until as many {@link #release} have come. */
    void hold() {
        holds++;
        readAsAllowed();
    }

    /** Ends a {@link #hold}. */
    void release() {
        holds--;
        readAsAllowed();
    }

    private void pause(boolean pause) {
        if (paused != pause) {
            paused = pause;
            readAsAllowed();
        }
    }

    /** Lines that waited in the pipeline are dealt with at once, and nothing else tells of their end. */
    private void readAsAllowed() {
        boolean allowed = !paused && holds == 0;
        channel.config().setAutoRead(allowed);
        if (allowed) {
            readEnds();
        }
    }

    /** Lets the connection go: at once, or when the other side closes within the time the ending gives it. */
    void close(Ending ending) {
        holds = 0;
        paused = false;
        flush();
        readAsAllowed();
        if (ending.graceMillis() == 0) {
            channel.close();
        } else if (ending.halfClose()) {
            closeOutput();
            after(ending.graceMillis(), channel::close);
        } else {
            after(ending.graceMillis(), this::hangUp);
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
