package chat.server.session;

import chat.common.event.Event;
import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.SocketChannelConfig;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A session's way out: writes, sends, and keeps what waits to be sent within the channel's write watermark. Who is
 * behind with a room is fed from the room's log each time the channel has drained. On the channel's event loop unless a
 * method says otherwise.
 */
public final class Outbound {
    /** How long the other side has, in milliseconds, to answer the orderly end of a connection. */
    private static final long HANG_UP_MILLIS = 1000;

    private final Channel channel;
    private final Wire wire;
    private final Intake intake;
    private final IdleFlush idle;
    private final BooleanSupplier catchUp;
    private WireFormat format = WireFormat.TEXT_CRLF;
    private boolean inRead;
    private boolean flushDue;
    private @Nullable StringBuilder confirmations;
    private long confirmationDeadline;
    private boolean balancing;
    private boolean continuing;

    /**
     * Makes the way out of a channel.
     *
     * @param wire where encoded lines leave
     * @param intake is told whether the session keeps up
     * @param idle sends confirmations
     * @param catchUp writes what rooms have said, without a flush, and tells whether nothing is left
     */
    Outbound(Wire wire, Intake intake, IdleFlush idle, BooleanSupplier catchUp) {
        this.channel = wire.channel();
        this.wire = wire;
        this.intake = intake;
        this.idle = idle;
        this.catchUp = catchUp;
    }

    /** The connection. Any thread. */
    public Channel channel() {
        return channel;
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

    /** Whether less than the write watermark waits to be sent. Any thread. */
    public boolean isWritable() {
        return channel.isWritable();
    }

    /** Writes an event through the whole pipeline; it is sent at the end of the current read, or at once without one. */
    void write(Event event) {
        channel.write(lines(event).toString(), channel.voidPromise());
        flushWhenRead();
    }

    /** The same past the encoder: for what people send each other all the time. */
    void writeEncoded(Event event) {
        ByteBuf lines = ByteBufUtil.writeUtf8(channel.alloc(), lines(event));
        if (inRead) {
            wire.write(lines);
            flushDue = true;
            return;
        }
        try {
            send(lines);
        } finally {
            lines.release();
        }
    }

    /** Keeps a confirmation, which goes out before the next line or when the event loop has nothing else to do. */
    void confirm(Event event) {
        StringBuilder waiting = confirmations;
        if (waiting == null) {
            waiting = new StringBuilder(32);
            confirmations = waiting;
            idle.add(this);
        }
        format.append(event, waiting);
    }

    /** An event's lines, behind the confirmations that wait. */
    private StringBuilder lines(Event event) {
        StringBuilder lines = confirmations;
        if (lines == null) {
            lines = new StringBuilder(128);
        }
        confirmations = null;
        format.append(event, lines);
        return lines;
    }

    private void writeConfirmations() {
        StringBuilder waiting = confirmations;
        if (waiting != null) {
            confirmations = null;
            wire.write(ByteBufUtil.writeUtf8(channel.alloc(), waiting));
        }
    }

    private void flushWhenRead() {
        if (inRead) {
            flushDue = true;
        } else {
            flush();
        }
    }

    /**
     * Sends text that many sessions share, at once.
     *
     * @param lines in this session's format; stays the caller's
     */
    public void send(ByteBuf lines) {
        flushDue = false;
        balancing = true;
        writeConfirmations();
        wire.send(lines);
        balancing = false;
        if (intake.isBehind() || !channel.isWritable()) {
            balance();
        }
    }

    /**
     * Writes text without sending it yet.
     *
     * @param lines in this session's format; released when sent
     */
    public void write(ByteBuf lines) {
        writeConfirmations();
        wire.write(lines);
    }

    /** A request is about to be answered; others may follow in the same read. */
    public void readBegins() {
        inRead = true;
        idle.read();
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
        writeConfirmations();
        channel.flush();
        if (!channel.isWritable()) {
            balance();
        }
    }

    /** Until when a confirmation may wait, in nanoseconds of the event loop's clock. */
    void confirmBy(long deadline) {
        confirmationDeadline = deadline;
    }

    /** Sends confirmations whose time has come; whether there are none any more. */
    boolean sendConfirmationsDue(long now) {
        if (confirmations != null && confirmationDeadline <= now) {
            flush();
        }
        return confirmations == null;
    }

    /** The channel has filled up or drained. */
    public void writabilityChanged() {
        if (balancing) {
            return;
        }
        boolean drained = channel.isWritable();
        balance();
        if (drained && intake.isBehind()) {
            intake.takeOne();
        }
    }

    /** Goes on reading from the log while the channel takes it, and from the person while both keep up. */
    private void balance() {
        balancing = true;
        boolean level = catchUp.getAsBoolean();
        flushDue = false;
        writeConfirmations();
        channel.flush();
        balancing = false;
        boolean writable = channel.isWritable();
        intake.setBehind(!level || !writable);
        if (!level && writable) {
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

    /** Lets the connection go: at once, or when the other side closes within the time the ending gives it. */
    void close(Ending ending) {
        flush();
        intake.openForGood();
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
