package chat.client.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BenchOptionsTest {
    private static final Load ROOM = new Load.Saturation(16);
    private static final Load PAIRS = new Load.PingPong(1);

    @Test
    void shouldBoundTheMemoryForManySendersAndManyMembers() {
        assertThatThrownBy(() -> options(100_000, 501, ROOM, 0, 1)).hasMessage("senders: 501 (expected: 1 to 500)");
    }

    @Test
    void shouldHaveNobodySendWhoIsSlow() {
        assertThatThrownBy(() -> options(100, 91, ROOM, 10, 1)).hasMessage("senders: 91 (expected: 1 to 90)");
    }

    @Test
    void shouldMakePairs() {
        assertThatThrownBy(() -> options(101, 101, PAIRS, 0, 1))
                .hasMessage("members: 101 (expected: an even number, for pairs)");
        assertThatThrownBy(() -> options(100, 100, PAIRS, 1, 1)).hasMessage("slow: 1 (expected: 0)");
        assertThat(options(100, 100, PAIRS, 0, 1).readersOfEach()).isEqualTo(1);
    }

    @Test
    void shouldHaveTwoReadersOnEachLoop() {
        assertThat(options(100, 10, ROOM, 0, 8).loops()).isEqualTo(8);
        assertThat(options(9, 1, ROOM, 2, 8).loops()).isEqualTo(3);
        assertThat(options(2, 1, ROOM, 0, 8).loops()).isEqualTo(1);
    }

    private static BenchOptions options(int members, int senders, Load load, int slow, int loops) {
        return new BenchOptions(members, senders, load, 100, slow, 2, 10, Door.TEXT, loops);
    }
}
