package chat.server.session;

import chat.common.event.Event;
import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;

/**
 * A session's way out: writes, sends, and keeps what waits to be sent within the channel's write watermark. Who is
 * behind with a room is fed from the room's log each time the channel has drained. On the channel's event loop unless a
 * method says otherwise.
 */
public final class Outbound {
    private final Channel channel;
    private final Wire wire;
    private final Intake intake;
    private final IdleFlush idle;
    private final Backlog backlog;
    private WireFormat format = WireFormat.TEXT_CRLF;
    private boolean inRead;
    private boolean flushDue;
    private final Confirmations confirmations = new Confirmations();
    private boolean balancing;
    private boolean continuing;

    /**
     * Makes the way out of a channel.
     *
     * @param wire where encoded lines leave
     * @param intake is told whether the session keeps up
     * @param idle sends confirmations
     * @param backlog what rooms have said and the session has not read
     */
    Outbound(Wire wire, Intake intake, IdleFlush idle, Backlog backlog) {
        this.channel = wire.channel();
        this.wire = wire;
        this.intake = intake;
        this.idle = idle;
        this.backlog = backlog;
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

    /**
     * Writes an event behind what the rooms have said; it is sent at the end of the current read, or at once without one.
     */
    void write(Event event) {
        boolean outer = begin();
        try {
            backlog.write();
            channel.write(lines(event).toString(), channel.voidPromise());
        } finally {
            end(outer);
        }
        sendSoon();
    }

    /**
     * Writes what somebody else wants this session to know, behind what the rooms have said, past the encoder.
     *
     * @return whether the channel took it all
     */
    boolean offer(Event event) {
        boolean taken = false;
        boolean outer = begin();
        try {
            if (channel.isWritable() && backlog.write()) {
                sendOrWrite(ByteBufUtil.writeUtf8(channel.alloc(), lines(event)));
                taken = true;
            }
        } finally {
            end(outer);
        }
        if (!taken || inRead || !channel.isWritable()) {
            sendSoon();
        }
        return taken;
    }

    private void sendOrWrite(ByteBuf lines) {
        if (inRead) {
            wire.write(lines);
            return;
        }
        try {
            wire.send(lines);
        } finally {
            lines.release();
        }
    }

    /** Keeps a confirmation, which goes out before the next line or when the event loop has nothing else to do. */
    void confirm(Event event) {
        boolean outer = begin();
        try {
            backlog.write();
        } finally {
            end(outer);
        }
        if (confirmations.add(event, format)) {
            idle.add(this);
        }
        if (!channel.isWritable()) {
            flush();
        }
    }

    /**
     * Sends text that many sessions share, at once.
     *
     * @param lines in this session's format; stays the caller's
     */
    public void send(ByteBuf lines) {
        boolean outer = begin();
        try {
            flushDue = false;
            writeConfirmations();
            wire.send(lines);
        } finally {
            end(outer);
        }
        if (!outer && (intake.isBehind() || !channel.isWritable())) {
            balance();
        }
    }

    /**
     * Does several writes as one, and sends them: what a full or drained channel asks for waits until the last.
     *
     * @param writes calls {@link #write(ByteBuf)}
     */
    public void send(Runnable writes) {
        boolean outer = begin();
        try {
            writes.run();
        } finally {
            end(outer);
        }
        if (!outer) {
            flush();
        }
    }

    /**
     * Writes text without sending it yet; within {@link #send(Runnable)} or while catching up.
     *
     * @param lines in this session's format; released when sent
     */
    public void write(ByteBuf lines) {
        writeConfirmations();
        wire.write(lines);
    }

    /** From here on writability events are left to the one who began, who looks at the channel at the end. */
    private boolean begin() {
        boolean outer = balancing;
        balancing = true;
        return outer;
    }

    private void end(boolean outer) {
        balancing = outer;
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

    /** An event's lines, behind the confirmations that wait. */
    private StringBuilder lines(Event event) {
        StringBuilder waiting = confirmations.take();
        StringBuilder lines = waiting == null ? new StringBuilder(128) : waiting;
        format.append(event, lines);
        return lines;
    }

    private void writeConfirmations() {
        StringBuilder waiting = confirmations.take();
        if (waiting != null) {
            wire.write(ByteBufUtil.writeUtf8(channel.alloc(), waiting));
        }
    }

    private void sendSoon() {
        if (inRead && channel.isWritable()) {
            flushDue = true;
        } else if (!balancing) {
            flush();
        }
    }

    /** Sends all that is written; goes on with the rooms' logs when the channel has filled up. */
    public void flush() {
        flushDue = false;
        writeConfirmations();
        channel.flush();
        if (!balancing && (intake.isBehind() || !channel.isWritable())) {
            balance();
        }
    }

    /** Whether confirmations wait to be sent. */
    boolean hasConfirmations() {
        return confirmations.areWaiting();
    }

    /** Sends the confirmations that wait, if they still do. */
    void sendConfirmations() {
        confirmations.dequeued();
        if (hasConfirmations()) {
            flush();
        }
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
        boolean outer = begin();
        boolean level;
        try {
            level = backlog.write();
            flushDue = false;
            writeConfirmations();
            channel.flush();
        } finally {
            end(outer);
        }
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
            channel.eventLoop().schedule(this::goOn, 0, TimeUnit.NANOSECONDS);
        }
    }

    private void goOn() {
        continuing = false;
        balance();
    }

    /** Lets the connection go as the ending says. */
    void close(Ending ending) {
        flush();
        intake.openForGood();
        Closing.of(channel, ending);
    }
}
