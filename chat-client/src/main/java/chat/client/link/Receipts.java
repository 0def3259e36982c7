package chat.client.link;

import chat.common.event.Received;
import java.util.List;

/** The only way out of the outbox: tells what became of a line, once, and makes room for another. */
final class Receipts {
    /** Said of lines whose fate a server that was restarted does not know. */
    static final String RESTARTED = "the server was restarted, and may or may not have passed them on";

    /** Said of lines whose fate nobody knows. */
    static final String LOST = "the connection was lost, and the server may or may not have passed them on";

    private final LinkListener listener;
    private final Quota quota;
    private long settled;

    Receipts(LinkListener listener, Quota quota) {
        this.listener = listener;
        this.quota = quota;
    }

    /** The server has answered a line, and everybody may see how. */
    void answered(Line line, Received answer) {
        listener.received(answer);
        taken(line, answer);
    }

    /** The server has taken a line without a word. */
    void taken(Line line, Received answer) {
        settle(line);
        line.answer().complete(answer);
    }

    /** Lines go back to whoever typed them; nothing happens if there are none. */
    void handBack(List<Line> lines, String reason) {
        List<String> typed = lines.stream()
                .filter(line -> !line.quits() && !line.answersPrompt())
                .map(Line::text)
                .toList();
        if (!typed.isEmpty()) {
            listener.handedBack(typed, reason);
        }
        lines.forEach(line -> fail(line, new NotTakenException(reason)));
    }

    /** A line came too late to go out at all, and nobody but its author needs to know. */
    void refuse(Line line, String reason) {
        fail(line, new RefusedLineException(reason));
    }

    private void fail(Line line, NotTakenException why) {
        settle(line);
        line.answer().completeExceptionally(why);
    }

    private void settle(Line line) {
        settled++;
        quota.give(line.bytes());
    }

    /** How many lines have come to an end. */
    long settled() {
        return settled;
    }
}
