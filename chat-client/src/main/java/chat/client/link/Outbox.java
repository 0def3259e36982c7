package chat.client.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and the server has not answered yet, in order: first what is written to the present connection, behind
 * it what waits to be written. Not thread-safe.
 *
 * <p>A line that must not be done twice is tagged with a number when it is first written: 2, 3, 4... It keeps the
 * number until it is answered, over any number of connections. The server remembers under the link's key which number
 * it took last, does no number a second time, and tells that one to {@code /resume}. So after a loss
 *
 * <ul>
 *   <li>a line up to that number was taken, and only its answer is lost;
 *   <li>a line above it was not, and goes out again with the same number. Should the server be taking it from what is
 *       left of the old connection at this very moment, it will not take it again.
 * </ul>
 *
 * <p>That holds as long as the server remembers the key. One that was restarted does not, and would say 0, as does one
 * that has simply not taken anything yet. To tell them apart, nobody's line is written before the server has
 * confirmed a number (the {@linkplain #mark mark}) under the key: from then on an answer below what was confirmed
 * means that it has forgotten. Then nobody knows about the lines that were written and not answered; they are given
 * back, and the link marks the server anew. Lines that were never written have no number yet and just go out.
 *
 * <p>A line that may be done twice ({@code /setname}, {@code /cmd}) has a tag that is no number, and is written again,
 * in its place, until it is answered: so a change of name that was under way when the connection was lost takes
 * effect on the next.
 */
final class Outbox {
    private final Deque<Line> written = new ArrayDeque<>();
    private final Deque<Line> waiting = new ArrayDeque<>();
    private long numbers;
    private long confirmed;
    private long places;

    /** Puts a line behind all others. */
    void add(Line line) {
        waiting.addLast(line);
    }

    /** How many lines there are. */
    int size() {
        return written.size() + waiting.size();
    }

    /** Whether nothing waits to be written. */
    boolean isAllWritten() {
        return waiting.isEmpty();
    }

    /** When the oldest line without an answer was written to this connection, in nanoseconds; null if there is none. */
    @Nullable
    Long oldestWrittenAt() {
        Line oldest = written.peekFirst();
        return oldest == null ? null : oldest.sentAt();
    }

    /** Whether the server is looking at a password before anything else. */
    boolean awaitsPassword() {
        Line oldest = written.peekFirst();
        return oldest != null && oldest.bearsPassword();
    }

    /** The password that was written last and is not answered yet; empty if there is none. */
    Optional<String> passwordUnderWay() {
        return Stream.concat(written.stream(), waiting.stream().filter(Line::isSent))
                .filter(Line::bearsPassword)
                .map(Line::passwordIn)
                .reduce((before, last) -> last);
    }

    /**
     * The first waiting line that may go, which counts as written from now on.
     *
     * @param allowed which lines may
     * @param now the time, in nanoseconds
     * @return null if none may
     */
    @Nullable
    Line next(Predicate<Line> allowed, long now) {
        Iterator<Line> lines = waiting.iterator();
        while (lines.hasNext()) {
            Line line = lines.next();
            if (allowed.test(line)) {
                lines.remove();
                places++;
                long number = !line.isCounted() ? 0 : line.number() != 0 ? line.number() : ++numbers;
                line.written(number == 0 ? "r" + places : Long.toString(number), number, now, places);
                written.addLast(line);
                return line;
            }
        }
        return null;
    }

    /** The place of what was written last; a later {@link #answeredUpTo} with it means everything until now. */
    long place() {
        return places;
    }

    /** A number that no line has, to mark a server with. */
    long mark() {
        return ++numbers;
    }

    /** Whether the server that we talked to last knew how to confirm lines. */
    boolean hasConfirmed() {
        return confirmed > 0;
    }

    /** The server has taken a number; 0 is none. */
    void confirmed(long number) {
        confirmed = Math.max(confirmed, number);
    }

    /**
     * An answer has come.
     *
     * @param tag what it is tagged with
     * @return the line that it answers, which leaves; null if no line on this connection has the tag
     */
    @Nullable
    Line answered(String tag) {
        Iterator<Line> lines = written.iterator(); // the first one, nearly always
        while (lines.hasNext()) {
            Line line = lines.next();
            if (line.tag().equals(tag)) {
                lines.remove();
                return line;
            }
        }
        return null;
    }

    /**
     * The server has dealt with everything up to a place, though some answers did not reach us.
     *
     * @param place as {@link #place} told it
     * @return the lines up to there that have had no answer, which leave
     */
    List<Line> answeredUpTo(long place) {
        List<Line> lines = new ArrayList<>();
        for (Line line = written.peekFirst(); line != null && line.place() <= place; line = written.peekFirst()) {
            written.removeFirst();
            lines.add(line);
        }
        return lines;
    }

    /** The connection is lost: what was written waits again, in its order, in front. */
    void lost() {
        for (Line line = written.pollLast(); line != null; line = written.pollLast()) {
            waiting.addFirst(line);
        }
    }

    /** Whether a server that took this number last has forgotten what it confirmed before. */
    boolean isForgotten(long last) {
        return last < confirmed;
    }

    /**
     * On a new connection the server has told which number it took last.
     *
     * @param last as it said; 0 if it remembers nothing
     * @return if it has {@linkplain #isForgotten forgotten}, the lines whose fate nobody knows; else those that it has
     *     taken. They leave
     */
    List<Line> resumed(long last) {
        boolean forgotten = isForgotten(last);
        confirmed = last;
        numbers = Math.max(numbers, last);
        return remove(line -> line.number() != 0 && (forgotten || line.number() <= last));
    }

    /** Takes those waiting lines out that were written to an earlier connection and may not be done twice. */
    List<Line> removeUncertain() {
        return remove(line -> line.number() != 0);
    }

    /** Takes the waiting lines out that make sense on the connection only that was lost. */
    List<Line> removeAnswersToPrompts() {
        return remove(Line::answersPrompt);
    }

    /** The lines that wait to be written, in order. */
    List<Line> waiting() {
        return List.copyOf(waiting);
    }

    /** Takes some waiting lines out. */
    void remove(Collection<Line> lines) {
        waiting.removeAll(new HashSet<>(lines));
    }

    /** Takes all out. */
    List<Line> removeAll() {
        lost();
        return remove(line -> true);
    }

    private List<Line> remove(Predicate<Line> which) {
        List<Line> removed = new ArrayList<>();
        Iterator<Line> lines = waiting.iterator();
        while (lines.hasNext()) {
            Line line = lines.next();
            if (which.test(line)) {
                lines.remove();
                removed.add(line);
            }
        }
        return removed;
    }
}
