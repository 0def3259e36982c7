package chat.server.session;

import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a session between its rooms' logs and its channel. Who is behind is fed from the logs while the channel takes it,
 * and not read from until level again. On the channel's event loop.
 */
final class Balance {
    private final Channel channel;
    private final Intake intake;
    private final Backlog backlog;
    private final Runnable send;
    private boolean busy;
    private boolean continuing;

    /**
     * Makes one for a channel.
     *
     * @param intake is told whether the session keeps up
     * @param backlog what rooms have said and the session has not read
     * @param send sends all that is written
     */
    Balance(Channel channel, Intake intake, Backlog backlog, Runnable send) {
        this.channel = channel;
        this.intake = intake;
        this.backlog = backlog;
        this.send = send;
    }

    /**
     * From here on writability events are left to the one who began, who looks at the channel at the end.
     *
     * @return what {@link #end} has to be given
     */
    boolean begin() {
        boolean outer = busy;
        busy = true;
        return outer;
    }

    void end(boolean outer) {
        busy = outer;
    }

    /** Whether somebody has begun who will look at the channel. */
    boolean isBusy() {
        return busy;
    }

    /** Writes what the rooms have said, as far as the channel takes it; whether nothing is left. */
    boolean catchUp() {
        return backlog.write();
    }

    /** After something was sent: puts right what a full channel, or one that has drained, asks for. */
    void check() {
        if (!busy && (intake.isBehind() || !channel.isWritable())) {
            restore();
        }
    }

    /** The room has more than may wait to be sent: goes on with it while the channel takes it. */
    void isBehind() {
        if (!busy) {
            restore();
        }
    }

    /** The channel has filled up or drained. */
    void writabilityChanged() {
        if (busy) {
            return;
        }
        boolean drained = channel.isWritable();
        restore();
        if (drained && intake.isBehind()) {
            intake.takeOne();
        }
    }

    /** Nobody listens any more: takes everything from now on. */
    void over() {
        intake.openForGood();
    }

    /** Goes on reading from the logs while the channel takes it, and from the person while both keep up. */
    private void restore() {
        boolean outer = begin();
        boolean level;
        try {
            level = backlog.write();
            send.run();
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
        restore();
    }
}
