package chat.client.link;

/**
 * Answers that came and could not be read, as from a newer server: when a probe behind them is answered, the lines before it
 * have been dealt with. One for each connection; on the link's thread.
 */
final class Unread {
    private final Conversation conversation;
    private final Outbox outbox;
    private boolean any;
    private String probe = "";
    private long place;

    Unread(Conversation conversation, Outbox outbox) {
        this.conversation = conversation;
        this.outbox = outbox;
    }

    /** One has come. */
    void add() {
        any = true;
    }

    /** A probe goes out with a tag. */
    void probes(String tag) {
        probe = tag;
        place = outbox.place();
    }

    /** Whether a tag is the probe's. */
    boolean isProbe(String tag) {
        return tag.equals(probe);
    }

    /** What was written before the probe has been dealt with, so answers still missing were among the unreadable. */
    void probed() {
        conversation.alive();
        if (any) {
            any = false;
            for (Line line : outbox.answeredUpTo(place)) {
                outbox.confirmed(line.number());
                conversation.answered(line, Doubts.repeated(line));
            }
        }
    }
}
