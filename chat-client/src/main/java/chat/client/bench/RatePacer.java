package chat.client.bench;

import java.util.concurrent.TimeUnit;

/** Sends at fixed times. What cannot be sent in time is sent later, and its latency counts from when it was due. */
final class RatePacer implements Pacer {
    private final Author author;
    private final int messagesPerSecond;
    private final int senders;
    private int sent;
    private boolean waitsForRoom;

    /**
     * Makes a pacer.
     *
     * @param author who sends
     * @param messagesPerSecond of all senders together
     * @param senders how many take turns
     */
    RatePacer(Author author, int messagesPerSecond, int senders) {
        this.author = author;
        this.messagesPerSecond = messagesPerSecond;
        this.senders = senders;
    }

    @Override
    public void start() {
        send();
    }

    @Override
    public void writable() {
        if (waitsForRoom) {
            waitsForRoom = false;
            send();
        }
    }

    private void send() {
        long now = author.now();
        long end = author.schedule().end();
        long due = due();
        boolean written = false;
        while (due <= now && due < end && now < end && author.isWritable()) {
            author.write(1, due);
            written = true;
            sent++;
            due = due();
        }
        if (written) {
            author.flush();
        }
        if (due >= end || now >= end) {
            return;
        }
        if (author.isWritable()) {
            author.loop().schedule(this::send, Math.max(0, due - author.now()), TimeUnit.NANOSECONDS);
        } else {
            waitsForRoom = true;
        }
    }

    /** When the next message is due. From the start each time, so that rounding does not add up. */
    private long due() {
        long turn = (long) sent * senders + author.id();
        return author.schedule().start() + TimeUnit.SECONDS.toNanos(turn) / messagesPerSecond;
    }
}
