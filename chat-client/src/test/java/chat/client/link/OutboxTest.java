package chat.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox();

    @BeforeEach
    void mark() {
        outbox.confirmed(outbox.mark());
    }

    private void add(String... lines) {
        for (String line : lines) {
            outbox.add(Line.of(line));
        }
    }

    /** Writes some lines; the tags they got. */
    private List<String> write(int lines) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            Line line = outbox.next(any -> true, i);
            if (line != null) {
                tags.add(line.tag());
            }
        }
        return tags;
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    @Test
    void shouldNumberLinesInTheirOrder() {
        add("a", "b", "c");
        assertThat(write(9)).containsExactly("2", "3", "4");
        assertThat(outbox.size()).isEqualTo(3);
        assertThat(outbox.isAllWritten()).isTrue();
    }

    @Test
    void shouldLetALineGoThatIsAnswered() {
        add("a", "b");
        write(2);
        assertThat(outbox.answered("3")).extracting(Line::text).isEqualTo("b");
        assertThat(outbox.answered("3")).isNull();
        assertThat(outbox.answered("7")).isNull();
        assertThat(outbox.size()).isEqualTo(1);
        assertThat(outbox.oldestWrittenAt()).isZero();
    }

    @Test
    void shouldKeepTheNumbersOfLinesThatTheServerHasNotTaken() {
        add("a", "b", "c");
        write(2);
        outbox.lost();

        assertThat(texts(outbox.resumed(2))).containsExactly("a");
        assertThat(write(9)).containsExactly("3", "4");
    }

    @Test
    void shouldKeepTheOrderWhenTheNextConnectionIsLostHalfWay() {
        add("a", "b", "c", "d");
        write(3);
        outbox.lost();
        outbox.resumed(1);
        write(1);
        outbox.lost();

        assertThat(outbox.resumed(1)).isEmpty();
        assertThat(write(9)).containsExactly("2", "3", "4", "5");
    }

    @Test
    void shouldGiveBackWhatNobodyKnowsAboutWhenTheServerHasForgotten() {
        add("a", "b", "/setname bob", "c");
        write(3);
        outbox.lost();

        assertThat(outbox.isForgotten(0)).isTrue();
        assertThat(texts(outbox.resumed(0))).containsExactly("a", "b");
        assertThat(outbox.mark()).isGreaterThan(3);
        assertThat(write(9)).containsExactly("r4", "5");
    }

    @Test
    void shouldNotBeFooledByAServerThatHasTakenTheMarkOnly() {
        add("a");
        write(1);
        outbox.lost();

        assertThat(outbox.isForgotten(1)).isFalse();
        assertThat(outbox.resumed(1)).isEmpty();
    }

    @Test
    void shouldLetSomeLinesGoAheadOfOthers() {
        add("a", "/setname bob", "b");
        Line first = outbox.next(Line::isForTheNameless, 0);
        assertThat(first).extracting(Line::text).isEqualTo("/setname bob");
        assertThat(outbox.next(Line::isForTheNameless, 0)).isNull();
        assertThat(write(9)).containsExactly("2", "3");
    }

    @Test
    void shouldTellWhatWasWrittenBeforeAPlace() {
        add("a", "b", "c");
        write(2);
        long place = outbox.place();
        write(1);
        assertThat(texts(outbox.answeredUpTo(place))).containsExactly("a", "b");
        assertThat(texts(outbox.removeAll())).containsExactly("c");
    }
}
