package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import chat.server.room.RoomLog.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomLogTest {
    private static final UserName ANN = UserName.of("ann");
    private static final long ALL = Long.MAX_VALUE;

    /** Everything that was ever appended: what a log without bounds would hold. */
    private final List<Entry> all = new ArrayList<>();

    @Test
    void shouldBeginEmpty() {
        RoomLog log = new RoomLog(16, 1000);
        Cursor cursor = new Cursor(log);
        assertThat(log.size()).isZero();
        assertThat(log.bytes()).isZero();
        assertThat(log.end()).isEqualTo(1);
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(1, 0, List.of()));
    }

    @Test
    void shouldKeepTheLatestEntries() {
        RoomLog log = new RoomLog(16, ALL);
        Cursor cursor = new Cursor(log);
        say(log, 20);
        assertThat(log.size()).isEqualTo(16);
        assertThat(log.end()).isEqualTo(21);
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(5, 4, all.subList(4, 20)));
    }

    @Test
    void shouldLeaveWhatCameBehindThatWhichIsTakenBack() {
        RoomLog log = new RoomLog(16, ALL);
        for (int i = 1; i <= 3; i++) {
            log.append(new Entry(i, 0, i, new Message(RoomName.LOBBY, ANN, "text " + i), Draft.NOBODY, 7, 0));
        }
        Removal removed = log.remove(RoomName.LOBBY, new Traces(Set.of(7L), Set.of()), 2);
        assertThat(removed).returns(2L, Removal::lines).returns(2L, Removal::last);
        assertThat(log.all().entries()).extracting(Entry::isEmpty).containsExactly(true, true, false);
    }

    @Test
    void shouldGrowUpToItsBound() {
        RoomLog log = new RoomLog(1024, ALL);
        Cursor cursor = new Cursor(log);
        for (int i = 1; i <= 1024; i++) {
            say(log, 1);
            assertThat(log.size()).isEqualTo(i);
        }
        assertThat(log.read(cursor, ALL).entries()).isEqualTo(all);
        say(log, 1);
        assertThat(log.size()).isEqualTo(1024);
    }

    @Test
    void shouldGrowThoughTheFirstEntriesAreGone() {
        int weight = entry(message(10)).weight();
        RoomLog log = new RoomLog(1024, 40L * weight);
        Cursor cursor = new Cursor(log);
        for (int i = 0; i < 50; i++) {
            append(log, message(10));
        }
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(11, 10, all.subList(10, 50)));
    }

    @Test
    void shouldKeepNoMoreBytesThanItMay() {
        int weight = entry(message(100)).weight();
        RoomLog log = new RoomLog(1024, 3L * weight);
        Cursor cursor = new Cursor(log);
        for (int i = 0; i < 10; i++) {
            append(log, message(100));
            assertThat(log.bytes()).isLessThanOrEqualTo(3L * weight);
        }
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(8, 7, all.subList(7, 10)));
    }

    @Test
    void shouldKeepTheLatestEntryThoughItAloneIsTooLarge() {
        RoomLog log = new RoomLog(16, 500);
        Cursor cursor = new Cursor(log);
        say(log, 2);
        append(log, message(4000));
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(3, 2, all.subList(2, 3)));
        say(log, 1);
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(4, 3, all.subList(3, 4)));
    }

    @Test
    void shouldCountMissedMessagesAndNotNotices() {
        RoomLog log = new RoomLog(16, ALL);
        say(log, 1);
        Cursor cursor = new Cursor(log);
        for (int i = 0; i < 10; i++) {
            say(log, 1);
            append(log, notice());
        }
        Slice slice = log.read(cursor, ALL);
        assertThat(slice.from()).isEqualTo(6);
        assertThat(slice.skipped()).isEqualTo(2);
        assertThat(slice.to()).isEqualTo(22);
    }

    @Test
    void shouldReadInPiecesOfOneEntryAtLeast() {
        RoomLog log = new RoomLog(16, ALL);
        Cursor cursor = new Cursor(log);
        say(log, 5);
        assertThat(log.read(cursor, 1).entries()).isEqualTo(all.subList(0, 1));
        assertThat(log.read(cursor, all.get(0).weight() + 1).entries()).isEqualTo(all.subList(0, 2));
        assertThat(cursor.next()).as("stays where it is").isEqualTo(1);
    }

    @Test
    void shouldBeginAtTheEndForANewReader() {
        RoomLog log = new RoomLog(16, ALL);
        say(log, 30);
        Cursor cursor = new Cursor(log);
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(31, 0, List.of()));
        say(log, 1);
        assertThat(log.read(cursor, ALL)).isEqualTo(new Slice(31, 0, all.subList(30, 31)));
    }

    @Test
    void shouldTakeEntriesInOrderOnly() {
        RoomLog log = new RoomLog(16, ALL);
        Entry second = new Entry(2, 0, 1, message(1), 1);
        assertThatIllegalStateException().isThrownBy(() -> log.append(second)).withMessage("entry 2 (expected: 1)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 17, 1000, -16})
    void shouldSayWhichBoundsItTakes(int entries) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoomLog(entries, 1))
                .withMessage("maxEntries: " + entries + " (expected: a power of two from 16 up)");
    }

    private void say(RoomLog log, int times) {
        for (int i = 0; i < times; i++) {
            append(log, message(5));
        }
    }

    private void append(RoomLog log, RoomEvent event) {
        Entry entry = entry(event);
        all.add(entry);
        log.append(entry);
    }

    private Entry entry(RoomEvent event) {
        long messages = all.isEmpty() ? 0 : all.get(all.size() - 1).messages();
        return new Entry(all.size() + 1L, 0, messages + (event.isMessage() ? 1 : 0), event, 1);
    }

    private static RoomEvent message(int length) {
        return new Message(RoomName.LOBBY, ANN, "x".repeat(length));
    }

    private static RoomEvent notice() {
        return new Presence(RoomName.LOBBY, List.of(ANN), List.of(), List.of());
    }
}
