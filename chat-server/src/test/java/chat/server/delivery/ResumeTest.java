package chat.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Message;
import chat.common.event.RoomEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that lose their connections and come back under their keys, on several loops, in an order that a seed
 * decides: their names are always free for them, and each line that they number is said once, in order.
 */
class ResumeTest {
    private static final int LOOPS = 3;
    private static final int PROGRAMS = 5;
    private static final int STEPS = 6000;

    private final Map<String, List<String>> said = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldTakeEachLineOnceOverManyConnections(long seed) {
        Random random = new Random(seed);
        try (ManualRoom room = new ManualRoom(LOOPS, 7)) {
            List<Program> programs = IntStream.range(0, PROGRAMS)
                    .mapToObj(i -> new Program(room, random, "p" + i))
                    .toList();
            for (int i = 0; i < STEPS; i++) {
                step(room, random, programs.get(random.nextInt(PROGRAMS)), i);
            }
            room.settle();

            assertThat(programs).allSatisfy(program -> {
                assertThat(program.complaints()).isEmpty();
                assertThat(program.unconfirmed()).isZero();
            });
            assertThat(heard(room)).isEqualTo(said);
            assertThat(said.values()).allSatisfy(texts -> assertThat(texts).hasSizeGreaterThan(100));
        }
    }

    private void step(ManualRoom room, Random random, Program program, int i) {
        int what = random.nextInt(100);
        if (what < 3) {
            program.loseConnection(random);
        } else if (what < 35) {
            program.say("text " + i);
            said.computeIfAbsent(program.name(), name -> new ArrayList<>()).add("text " + i);
        } else {
            room.runOne(random);
        }
    }

    private static Map<String, List<String>> heard(ManualRoom room) {
        Map<String, List<String>> heard = new HashMap<>();
        room.history().forEach(entry -> {
            RoomEvent event = entry.event();
            if (event instanceof Message message) {
                heard.computeIfAbsent(message.from().toString(), name -> new ArrayList<>())
                        .add(message.text());
            }
        });
        return heard;
    }
}
