package chat.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many messages a reader is told to have missed: those of others, and no notices. */
class SkippedTest {
    /** How many entries a room's log keeps. */
    private static final int KEPT = 4096;

    @AutoClose
    private final ManualRoom room = new ManualRoom(1, 2);

    private final Witness ann = new Witness(room, 0, "ann");
    private final Witness bob = new Witness(room, 0, "bob");

    @BeforeEach
    void settle() {
        room.settle();
        room.timer().advance(1000);
        room.settle();
    }

    @Test
    void shouldCountWhatOthersSaid() {
        bob.freeze(true);
        say(ann, KEPT + 10);
        assertThat(gaps()).containsExactly("* 10 messages skipped");
    }

    @Test
    void shouldTellNothingWhileTheLogHasItAll() {
        bob.freeze(true);
        say(ann, KEPT);
        assertThat(gaps()).isEmpty();
        assertThat(bob.heard()).hasSize(KEPT);
    }

    @Test
    void shouldNotCountTheReadersOwn() {
        bob.freeze(true);
        say(bob, 3);
        say(ann, KEPT + 7);
        assertThat(gaps()).containsExactly("* 7 messages skipped");
    }

    @Test
    void shouldNotCountTheReadersOwnThatWereReadBefore() {
        say(bob, 5);
        say(ann, 5);
        say(bob, 5);
        room.settle();
        bob.freeze(true);
        say(ann, 1);
        say(bob, 2);
        say(ann, KEPT);
        assertThat(gaps()).containsExactly("* 1 message skipped");
        bob.freeze(true);
        say(bob, 4);
        say(ann, KEPT - 1);
        assertThat(gaps()).as("only own ones are gone").containsExactly("* 1 message skipped");
        bob.freeze(true);
        say(bob, 4);
        say(ann, KEPT + 2);
        assertThat(gaps()).containsExactly("* 1 message skipped", "* 2 messages skipped");
    }

    @Test
    void shouldCountOnThoughTheLogMovesOnFarPast() {
        bob.freeze(true);
        say(bob, 1);
        say(ann, KEPT);
        say(bob, KEPT);
        say(ann, KEPT);
        say(bob, 10);
        assertThat(gaps()).containsExactly("* " + (KEPT + 10) + " messages skipped");
        assertThat(bob.heard()).hasSize(KEPT - 10);
    }

    @Test
    void shouldNotCountNotices() {
        bob.freeze(true);
        say(ann, 1);
        for (int i = 0; i < 3; i++) {
            new Witness(room, 0, "eve" + i);
            settle();
        }
        say(ann, KEPT);
        assertThat(gaps()).containsExactly("* 1 message skipped");
    }

    private void say(Witness who, int times) {
        for (int i = 0; i < times; i++) {
            who.session().voice().say("text " + i);
        }
    }

    private List<String> gaps() {
        room.settle();
        bob.freeze(false);
        room.settle();
        return bob.lines().stream().filter(line -> line.contains("skipped")).toList();
    }
}
