package chat.server.session;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.SocketChannelConfig;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a session's lines are taken. Who does not read what we send, or is behind with a room, or waits for an
 * answer, is not read from; what they typed stays undecoded, or in their own machine. On the channel's event loop.
 */
public final class Intake {
    /** The user event that tells the pipeline to go on with lines that wait. */
    public static final Object OPENED = new Object() {
        @Override
        public String toString() {
            return "intake opened";
        }
    };

    /** The user event that tells the pipeline to throw away what has arrived and is no request yet. */
    public static final Object THROW_AWAY = new Object() {
        @Override
        public String toString() {
            return "thrown away";
        }
    };

    private final Channel channel;
    private final Pace pace;
    private boolean behind;
    private boolean oneMore;
    private int holds;
    private @Nullable Runnable released;
    private boolean forGood;
    private boolean shut;

    Intake(Channel channel, Pace pace) {
        this.channel = channel;
        this.pace = pace;
    }

    /** How fast the session may write. */
    public Pace pace() {
        return pace;
    }

    /** Whether the next line has to wait even if the channel is closed, for an answer or for its time. */
    public boolean isHeld() {
        return holds > 0;
    }

    /** Whether the next line may be taken. A closed channel has nobody to wait for. */
    public boolean isOpen() {
        return !shut && (forGood || (holds == 0 && (!behind || oneMore)) || !channel.isActive());
    }

    /** A line has been taken. */
    public void taken() {
        oneMore = false;
    }

    /** Whether the session is not read from because it does not keep up. */
    boolean isBehind() {
        return behind;
    }

    /** Whether the session keeps up from now on. */
    void setBehind(boolean now) {
        if (behind != now) {
            behind = now;
            changed();
        }
    }

    /** Takes one line from a session that is behind, so that even who never catches up can still leave. */
    void takeOne() {
        oneMore = true;
        channel.pipeline().fireUserEventTriggered(OPENED);
        if (oneMore) {
            channel.read();
        }
    }

    /** Takes nothing until as many {@link #release} have come. */
    void hold() {
        holds++;
        changed();
    }

    /**
     * The same until an answer comes. Who ends their direction of the connection meanwhile, as {@code nc -N} does at once, may
     * still be reading: the pipeline hears of it, and the connection stays.
     */
    void holdForAnswer() {
        allowHalfClosure(true);
        hold();
    }

    private void allowHalfClosure(boolean allowed) {
        if (channel.config() instanceof SocketChannelConfig config) {
            config.setAllowHalfClosure(allowed);
        }
    }

    /** Ends a {@link #hold}. */
    void release() {
        holds--;
        if (holds == 0) {
            allowHalfClosure(false);
        }
        changed();
        if (holds == 0 && released != null) {
            released.run();
        }
    }

    /**
     * Asks to hear when no line has to wait any more, also if the channel is closed.
     *
     * @param listener called each time
     */
    public void whenReleased(Runnable listener) {
        released = listener;
    }

    /** Takes everything from now on, since nobody listens any more. */
    void openForGood() {
        forGood = true;
        changed();
    }

    /** Takes nothing any more of what came before the channel was closed: it is not even looked at. */
    public void shut() {
        shut = true;
    }

    /** Throws away what has arrived behind the line in hand, since it may have been a password; the person reads so. */
    public void throwAway() {
        channel.pipeline().fireUserEventTriggered(THROW_AWAY);
    }

    private void changed() {
        boolean open = forGood || (!behind && holds == 0);
        if (!channel.isActive()) {
            return; // an answer came after the end
        }
        if (!(channel instanceof DuplexChannel duplex && duplex.isInputShutdown())) { // else epoll has let go of it
            channel.config().setAutoRead(open);
        }
        if (open) {
            channel.pipeline().fireUserEventTriggered(OPENED);
        }
    }
}
