package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The logs of all rooms together. */
class LogBudgetTest {
    private static final long BUDGET = 1 << 20;
    private static final long OWN = 512 << 10;

    private final LogBudget budget = new LogBudget(BUDGET);

    private RoomLog log(String room) {
        return new RoomLog(4096, OWN, budget, StoredRoom.unknown(new RoomName(room)));
    }

    private static void say(RoomLog log, int messages, int length) {
        for (int i = 0; i < messages; i++) {
            Message message = new Message(RoomName.LOBBY, UserName.of("ann"), "x".repeat(length));
            log.append(new Entry(log.end(), 0, log.end(), message, Draft.NOBODY));
        }
    }

    @Test
    void shouldLetALogGrowToItsOwnBoundWhileThereIsPlenty() {
        RoomLog log = new RoomLog(4096, OWN, new LogBudget(100 * OWN), StoredRoom.unknown(RoomName.LOBBY));
        say(log, 4000, 400);
        assertThat(log.bytes()).isBetween(OWN - 1000, OWN);
    }

    @Test
    void shouldHaveSomethingForEachOfManyRooms() {
        List<RoomLog> logs = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> logs.add(log("room" + i)));
        logs.forEach(log -> say(log, 1000, 400));

        assertThat(logs).allSatisfy(log -> assertThat(log.bytes()).isGreaterThan(LogBudget.LEAST_SHARE - 1000));
        assertThat(budget.taken())
                .isEqualTo(logs.stream().mapToLong(RoomLog::bytes).sum())
                .isLessThan(BUDGET + logs.size() * LogBudget.LEAST_SHARE);
    }

    @Test
    void shouldKnowWhatIsFreeWhenSomebodyTakesTheirWordsBack() {
        RoomLog log = log("room");
        say(log, 100, 400);
        log.remove(RoomName.LOBBY, new Traces(Set.of(Draft.UNMARKED), Set.of()), Long.MAX_VALUE);
        assertThat(budget.taken()).isEqualTo(log.bytes()).isLessThan(100 * 400);
    }

    @Test
    void shouldTakeBackLittleByLittleWhatOthersNeed() {
        RoomLog first = log("first");
        say(first, 1000, 400);
        long alone = first.bytes();
        IntStream.range(0, 50).forEach(i -> say(log("room" + i), 1000, 400));
        assertThat(first.bytes()).as("nobody says anything there").isEqualTo(alone);

        int size = first.size();
        say(first, 1, 400);
        assertThat(first.size()).isEqualTo(size - 1);
        say(first, 500, 400);
        assertThat(first.bytes()).isLessThan(alone / 3);
    }
}
