package chat.server.room;

import chat.common.RoomName;
import chat.common.event.Authored;
import chat.common.event.RoomEvent;
import chat.common.event.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was removed from a room: its lines, by their places.
 *
 * @param room which
 * @param lines how many messages, actions and topics
 * @param spans where they stood, oldest first; the latest {@value #MOST_SPANS} of them
 * @param more whether there are earlier ones
 * @param topics the topics among them
 * @param last the place of the last of all that was removed, lines or not; 0 if nothing was
 */
public record Removal(RoomName room, long lines, List<Span> spans, boolean more, Set<String> topics, long last) {
    /** How many places are told apart. */
    static final int MOST_SPANS = 200;

    /**
     * Lines in a row.
     *
     * @param first the sequence number of the first
     * @param last the sequence number of the last
     */
    public record Span(long first, long last) {}

    /** Takes the lines in order. Not thread-safe. */
    public static final class Builder {
        private final RoomName room;
        private final Deque<Span> spans = new ArrayDeque<>();
        private final Set<String> topics = new HashSet<>();
        private long lines;
        private boolean more;
        private long end;

        /**
         * Begins with nothing.
         *
         * @param room which
         */
        public Builder(RoomName room) {
            this.room = room;
        }

        /**
         * Takes the next one.
         *
         * @param sequence where it stood
         * @param event what it was; what nobody said or did is not counted
         */
        public void add(long sequence, RoomEvent event) {
            end = sequence;
            if (!(event instanceof Authored)) {
                return;
            }
            lines++;
            if (event instanceof Topic topic) {
                topics.add(topic.text());
            }
            Span last = spans.peekLast();
            if (last != null && last.last() + 1 == sequence) {
                spans.removeLast();
                spans.addLast(new Span(last.first(), sequence));
                return;
            }
            spans.addLast(new Span(sequence, sequence));
            if (spans.size() > MOST_SPANS) {
                spans.removeFirst();
                more = true;
            }
        }

        /** All that was taken. */
        public Removal build() {
            return new Removal(room, lines, List.copyOf(spans), more, Set.copyOf(topics), end);
        }
    }
}
