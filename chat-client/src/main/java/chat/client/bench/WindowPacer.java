package chat.client.bench;

/** Keeps a fixed number of messages underway: sends another when one has reached every reader on every event loop. */
final class WindowPacer implements Pacer {
    private final Author author;
    private final int window;
    private final int[] reached;
    private int sent;

    /**
     * Makes a pacer.
     *
     * @param author who sends
     * @param window how many messages may be underway
     * @param loops how many event loops the readers live on
     */
    WindowPacer(Author author, int window, int loops) {
        this.author = author;
        this.window = window;
        this.reached = new int[loops];
    }

    @Override
    public void start() {
        send();
    }

    @Override
    public void reachedAll(int loop, int end) {
        reached[loop] = end;
        send();
    }

    private void send() {
        int end = Integer.MAX_VALUE;
        for (int everybodyThere : reached) {
            end = Math.min(end, everybodyThere);
        }
        int more = window - (sent - end);
        long now = author.now();
        if (more > 0 && now < author.schedule().end()) {
            sent += more;
            author.write(more, now);
            author.flush();
        }
    }
}
