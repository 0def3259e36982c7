package chat.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.wire.WireFormat;
import chat.server.room.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Publishers, joiners, leavers, renames and members that stop reading, in an order that a seed decides, with more
 * members on a loop than a slice has: everybody reads the same order, nothing twice, and misses what they are told.
 */
class RoomOrderTest {
    private static final int LOOPS = 3;
    private static final int SLICE = 7;
    private static final int MEMBERS = LOOPS * 4 * SLICE;
    private static final int STEPS = 4000;

    private final List<Witness> witnesses = new ArrayList<>();
    private int names;
    private int texts;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldGiveEverybodyTheSameOrder(long seed) {
        Random random = new Random(seed);
        try (ManualRoom room = new ManualRoom(LOOPS, SLICE)) {
            for (int i = 0; i < MEMBERS; i++) {
                join(room, random);
            }
            for (int i = 0; i < STEPS; i++) {
                step(room, random);
                witnesses.forEach(Witness::look);
            }
            witnesses.forEach(witness -> witness.freeze(false));
            room.settle();

            verify(room);
            witnesses.forEach(Witness::hangUp);
            room.settle();
        }
    }

    private void join(ManualRoom room, Random random) {
        witnesses.add(new Witness(room, random.nextInt(LOOPS), "w" + names++));
    }

    private void step(ManualRoom room, Random random) {
        Witness witness = witnesses.get(random.nextInt(witnesses.size()));
        int what = random.nextInt(100);
        if (what < 2) {
            join(room, random);
        } else if (what == 2) {
            room.timer().advance(random.nextInt(700));
        } else if (what < 40 || !witness.isHere()) {
            room.runOne(random);
        } else if (what < 90) {
            witness.say("text " + texts++ + " " + "x".repeat(random.nextInt(600)));
        } else if (what < 92) {
            witness.leave(random.nextBoolean());
        } else if (what < 96) {
            witness.rename("w" + names++);
        } else {
            witness.freeze(random.nextInt(3) == 0);
        }
    }

    private void verify(ManualRoom room) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> place = new HashMap<>();
        for (Entry entry : room.history()) {
            StringBuilder line = new StringBuilder();
            WireFormat.TEXT_LF.append(entry.event(), line);
            lines.add(line.toString().stripTrailing());
            place.put(lines.get(lines.size() - 1), lines.size() - 1);
        }
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.contains(": text"))).hasSizeGreaterThan(STEPS / 8);
        assertThat(witnesses)
                .allSatisfy(
                        witness -> assertThat(witness.complaint(lines, place)).isEmpty());
    }
}
