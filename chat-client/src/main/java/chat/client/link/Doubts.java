package chat.client.link;

import chat.common.PrintableText;
import chat.common.Request;
import chat.common.event.Action;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.common.event.Received;
import chat.common.event.Repeated;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were written to a connection which was lost before they were answered. What the room's history tells of them
 * is their answer; the others are settled by what the server remembers of them, or does not. Not thread-safe.
 */
final class Doubts {
    /** A line, and whether the server knows that it took it. */
    private record Doubt(Line line, boolean taken) {}

    private final List<Doubt> doubts = new ArrayList<>();

    void add(List<Line> lines, boolean taken) {
        lines.forEach(line -> doubts.add(new Doubt(line, taken)));
    }

    /**
     * Something that somebody of our name has told a room.
     *
     * @return the line that it was, which leaves; null if it was none of these
     */
    @Nullable
    Line recognize(Authored told) {
        String verb = told instanceof Message ? Request.SAY : told instanceof Action ? "me" : "topic";
        Iterator<Doubt> each = doubts.iterator();
        while (each.hasNext()) {
            Line line = each.next().line;
            String text = PrintableText.clean(line.arguments()).strip();
            if (line.verb().equals(verb) && text.equals(told.text().strip())) {
                each.remove();
                return line;
            }
        }
        return null;
    }

    /** No more will be known: what the server has taken is answered, the rest goes back to whoever typed it. */
    void settle(Receipts receipts) {
        List<Doubt> left = List.copyOf(doubts);
        doubts.clear();
        receipts.handBack(
                left.stream()
                        .filter(doubt -> !doubt.taken)
                        .map(doubt -> doubt.line)
                        .toList(),
                Receipts.RESTARTED);
        for (Doubt doubt : left) {
            if (doubt.taken) {
                receipts.answered(doubt.line, repeated(doubt.line));
            }
        }
    }

    /** What stands for the answer that was lost to a line that was taken. */
    static Received repeated(Line line) {
        return new Received(new Repeated(), null, null, line.tag());
    }
}
