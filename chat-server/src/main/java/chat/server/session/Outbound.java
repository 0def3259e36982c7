package chat.server.session;

import chat.common.event.Event;
import chat.common.event.Stamp;
import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A session's way out: writes, sends, and keeps what waits to be sent within the channel's write watermark. Who is
 * behind with a room is fed from the room's log each time the channel has drained. On the channel's event loop unless a
 * method says otherwise.
 */
public final class Outbound {
    /** What somebody wrote to one session alone is short: all of it may wait. */
    private static final Leftover ALL = (sent, most) -> Integer.MAX_VALUE;

    private final Channel channel;
    private final Wire wire;
    private final IdleFlush idle;
    private final Intake intake;
    private final Balance balance;
    private final Drained drained;
    private final EventLines eventLines = new EventLines();
    private boolean inRead;
    private boolean flushDue;

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
        this.drained = new Drained(channel);
        this.intake = intake;
        this.idle = idle;
        this.balance = new Balance(channel, intake, backlog, this::sendAll);
    }

    /** The connection. Any thread. */
    public Channel channel() {
        return channel;
    }

    /** How events are written to this session. */
    public WireFormat format() {
        return eventLines.format();
    }

    /** Changes the form of text from now on, as the person's own lines ask; a session that reads JSON goes on doing so. */
    public void setText(WireFormat text) {
        eventLines.setText(text);
    }

    /** Begins as the web page reads, for good. Before anything is written. */
    public void setWeb() {
        eventLines.setWeb();
    }

    /**
     * Changes to JSON, or back to text. What the rooms have said by now is still written as before, as far as the channel
     * takes it.
     *
     * @param json whether to JSON
     */
    public void setJson(boolean json) {
        catchUp();
        eventLines.setJson(json);
    }

    /** Writes what the rooms have said by now, as far as the channel takes it. */
    void catchUp() {
        boolean outer = balance.begin();
        try {
            balance.catchUp();
        } finally {
            balance.end(outer);
        }
    }

    /** Whether less than the write watermark waits to be sent. Any thread. */
    public boolean isWritable() {
        return channel.isWritable();
    }

    /**
     * Writes an event behind what the rooms have said; it is sent at the end of the current read, or at once without one.
     *
     * @param stamp what programs are told beside it; null for nothing
     * @param tag of the line that it answers; null for none
     */
    void write(Event event, @Nullable Stamp stamp, @Nullable String tag) {
        if (!channel.isOpen()) {
            return; // nobody reads what a last line is answered
        }
        boolean outer = balance.begin();
        try {
            balance.catchUp();
            StringBuilder lines = eventLines.answer(event, stamp, tag, wire.pending());
            intake.pace().answered(lines.length());
            wire.write(lines, format());
        } finally {
            balance.end(outer);
        }
        sendSoon();
    }

    /**
     * Writes what somebody else wants this session to know, behind what the rooms have said, past the encoder.
     *
     * @param now when that is, if the session's format tells it
     * @return whether the channel took it all
     */
    boolean offer(Event event, @Nullable Stamp now) {
        boolean taken = false;
        boolean outer = balance.begin();
        try {
            if (channel.isWritable() && balance.catchUp()) {
                sendOrWrite(LineBytes.of(eventLines.of(event, now, null), format(), channel.alloc()));
                taken = true;
            }
        } finally {
            balance.end(outer);
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
            wire.send(lines, ALL);
        } finally {
            lines.release();
        }
    }

    /** Keeps a confirmation, which goes out before the next line or when the event loop has nothing else to do. */
    void confirm(Event event, @Nullable Stamp stamp, @Nullable String tag) {
        catchUp();
        if (eventLines.keep(event, stamp, tag)) {
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
     * @param leftover is asked what becomes of more than may wait
     */
    public void send(ByteBuf lines, Leftover leftover) {
        boolean all;
        boolean outer = balance.begin();
        try {
            flushDue = false;
            writeConfirmations();
            all = wire.send(lines, leftover);
        } finally {
            balance.end(outer);
        }
        if (all) {
            balance.check();
        } else {
            balance.isBehind();
        }
    }

    /**
     * Does several writes as one, and sends them: what a full or drained channel asks for waits until the last.
     *
     * @param writes calls {@link #write(ByteBuf)}
     */
    public void send(Runnable writes) {
        boolean outer = balance.begin();
        try {
            writes.run();
        } finally {
            balance.end(outer);
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

    /** The same, and tells whether all of it went out. */
    ChannelFuture writeTold(ByteBuf lines) {
        writeConfirmations();
        return wire.writeTold(lines);
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

    private void writeConfirmations() {
        StringBuilder waiting = eventLines.takeConfirmations();
        if (waiting != null) {
            wire.write(LineBytes.of(waiting, format(), channel.alloc()));
        }
    }

    private void sendSoon() {
        if (inRead && channel.isWritable()) {
            flushDue = true;
        } else if (!balance.isBusy()) {
            flush();
        }
    }

    /** Sends all that is written; goes on with the rooms' logs when the channel has filled up. */
    public void flush() {
        sendAll();
        balance.check();
    }

    private void sendAll() {
        flushDue = false;
        writeConfirmations();
        wire.flush();
    }

    /** How much may wait to be sent, in bytes. */
    public int share() {
        return wire.pending().share();
    }

    /**
     * Waits until the connection takes more.
     *
     * @return completed when it does, on its event loop; with false if it is closed
     */
    CompletableFuture<Boolean> whenTaking() {
        return drained.whenWritable();
    }

    /** Whether confirmations wait to be sent. */
    boolean hasConfirmations() {
        return eventLines.hasConfirmations();
    }

    /** Sends the confirmations that wait, if they still do. */
    void sendConfirmations() {
        eventLines.dequeued();
        if (hasConfirmations()) {
            flush();
        }
    }

    /** The channel has filled up or drained. */
    public void writabilityChanged() {
        balance.writabilityChanged();
        drained.writabilityChanged();
    }

    /** Lets the connection go as the ending says. */
    void close(Ending ending) {
        flush();
        balance.over();
        Closing.of(channel, ending);
    }
}
