package chat.client.bench;

/** Answers each private message with one. The first of each pair serves. */
final class PingPongPacer implements Pacer {
    private final Author author;
    private final int serves;
    private boolean written;

    /**
     * Makes a pacer.
     *
     * @param author who sends
     * @param serves how many messages of a pair are underway
     */
    PingPongPacer(Author author, int serves) {
        this.author = author;
        this.serves = serves;
    }

    @Override
    public void start() {
        if (author.id() % 2 == 0) {
            received(serves);
            readComplete();
        }
    }

    @Override
    public void received(int count) {
        long now = author.now();
        if (now < author.schedule().end()) {
            author.write(count, now);
            written = true;
        }
    }

    @Override
    public void readComplete() {
        if (written) {
            written = false;
            author.flush();
        }
    }
}
