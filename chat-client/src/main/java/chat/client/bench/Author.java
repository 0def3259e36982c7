package chat.client.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

/** Sends the messages of one member, numbered from 0. On the member's event loop, unless a method says otherwise. */
final class Author {
    /** What a frame adds at most, in bytes. */
    private static final int MOST_HEADER = 8;

    private final int id;
    private final Channel channel;
    private final Worker worker;
    private final MessageFormat format;
    private final boolean inFrames;

    /** Read by other event loops: whoever sees message n must also see that n + 1 messages were sent. */
    private volatile int sent;

    Author(int id, Channel channel, Worker worker, MessageFormat format, boolean inFrames) {
        this.id = id;
        this.channel = channel;
        this.worker = worker;
        this.format = format;
        this.inFrames = inFrames;
    }

    /** Which member. */
    int id() {
        return id;
    }

    /** How many messages were sent. Any thread. */
    int sent() {
        return sent;
    }

    /** When the load is on. */
    Schedule schedule() {
        return worker.schedule();
    }

    /** Nanoseconds since the run began. */
    long now() {
        return worker.clock().now();
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    /** Whether the connection takes more for now. */
    boolean isWritable() {
        return channel.isWritable();
    }

    /**
     * Writes messages in one go, to be sent by {@link #flush}.
     *
     * @param count how many, 1 or more
     * @param due when they were to be sent
     */
    void write(int count, long due) {
        ByteBuf lines = channel.alloc().directBuffer(count * (format.requestBytes() + MOST_HEADER));
        int first = sent;
        sent = first + count;
        for (int i = 0; i < count; i++) {
            if (inFrames) {
                WebSocketFrames.begin(format.requestBytes(), lines);
            }
            format.write(lines, id, id ^ 1, first + i, due);
        }
        worker.tally().sent(count, schedule().countsAt(now()));
        channel.write(lines, channel.voidPromise());
    }

    void flush() {
        channel.flush();
    }
}
