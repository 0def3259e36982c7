package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import chat.common.event.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every history tells, as far as it reaches. */
public abstract class HistoryContract extends HistoryFixture {
    private static final List<RoomEvent> ONE_OF_EACH = List.of(
            new Message(LOBBY, UserName.of("ann"), "tea?"),
            new Action(LOBBY, UserName.of("bob"), "makes tea"),
            new Topic(LOBBY, UserName.of("ann"), "tea for bob"),
            new Topic(LOBBY, UserName.of("ann"), ""));

    private void sayTen() {
        IntStream.rangeClosed(1, 10).forEach(i -> say(lobby, "ann", Integer.toString(i)));
    }

    @Test
    void shouldTellTheLatest() {
        sayTen();
        History.Page page = store.history().before(LOBBY, Long.MAX_VALUE, 3).join();

        assertThat(texts(page)).containsExactly("8", "9", "10");
        assertThat(page.more()).isTrue();
        assertThat(page.oldest()).isEqualTo(1);
    }

    @Test
    void shouldTellWhatWasBeforeAnEntry() {
        sayTen();
        History.Page page = store.history().before(LOBBY, 4, 10).join();

        assertThat(texts(page)).containsExactly("1", "2", "3");
        assertThat(page.more()).isFalse();
    }

    @Test
    void shouldTellExactlyWhatCameAfterAnEntry() {
        sayTen();
        assertThat(texts(store.history().after(LOBBY, 7, 100).join())).containsExactly("8", "9", "10");
        assertThat(texts(store.history().after(LOBBY, 10, 100).join())).isEmpty();
        History.Page page = store.history().after(LOBBY, 0, 2).join();
        assertThat(texts(page)).containsExactly("1", "2");
        assertThat(page.more()).isTrue();
    }

    @Test
    void shouldTellWhatWasSaidSinceAMoment() {
        sayTen();
        assertThat(texts(store.history().since(LOBBY, NOON.plusSeconds(9), 100).join()))
                .containsExactly("9", "10");
        assertThat(texts(
                        store.history().since(LOBBY, NOON.plusMillis(9001), 100).join()))
                .containsExactly("10");
        assertThat(texts(store.history().since(LOBBY, NOON.minusSeconds(1), 1).join()))
                .containsExactly("1");
        assertThat(texts(store.history().since(LOBBY, NOON.plusSeconds(60), 1).join()))
                .isEmpty();
    }

    @Test
    void shouldHaveAPlaceForNotices() {
        lobby.join("bob").kept();
        History.Page page = store.history().before(LOBBY, Long.MAX_VALUE, 10).join();

        assertThat(page.entries()).extracting(Entry::sequence, Entry::isHistory).containsExactly(tuple(1L, false));
    }

    @Test
    void shouldTellNothingOfWhatIsRemoved() {
        for (String text : List.of("tea for ann", "tea for bob", "tea for eve")) {
            long mark = text.endsWith("bob") ? 7 : -7;
            lobby.append(new Draft(new Message(LOBBY, UserName.of("zoe"), text), Draft.NOBODY, mark, 0));
        }
        assertFinds(List.of(LOBBY), "bob", "tea for bob");
        List<Removal> removals = new ArrayList<>();
        store.remove(new Traces(Set.of(7L, 8L), Set.of()), removals::add)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();

        assertThat(removals)
                .filteredOn(removal -> removal.lines() > 0)
                .containsExactly(new Removal(LOBBY, 1, List.of(new Removal.Span(2, 2)), false, Set.of(), 2));
        lobby.log().remove(LOBBY, new Traces(Set.of(7L, 8L), Set.of()), Long.MAX_VALUE);
        History.Page page = store.history().after(LOBBY, 0, 10).join();
        assertThat(page.entries()).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(page.entries()).extracting(Entry::isHistory).containsExactly(true, false, true);
        assertThat(page.entries()).extracting(Entry::messages).containsExactly(1L, 2L, 3L);
        assertFinds(List.of(LOBBY), "tea", "tea for eve", "tea for ann");
        assertFinds(List.of(LOBBY), "bob");
    }

    @Test
    void shouldTellActionsAndTopicsAsTheyWere() {
        tellOneOfEach();
        History.Page page = store.history().before(LOBBY, Long.MAX_VALUE, 10).join();

        assertThat(page.entries()).extracting(Entry::event).containsExactlyElementsOf(ONE_OF_EACH);
        assertThat(page.entries()).extracting(Entry::messages).containsExactly(1L, 2L, 2L, 2L);
    }

    @Test
    void shouldFindActionsAndTopics() {
        tellOneOfEach();

        assertFinds(List.of(LOBBY), "tea", "tea for bob", "makes tea", "tea?");
        assertTells(
                () -> store.history()
                        .mentions(List.of(LOBBY), UserName.of("bob"), NOON, 10, null)
                        .join(),
                "tea for bob");
        assertTells(
                () -> store.history()
                        .mentions(List.of(LOBBY), UserName.of("tea"), NOON, 10, null)
                        .join(),
                "tea for bob",
                "makes tea",
                "tea?");
    }

    private void tellOneOfEach() {
        for (RoomEvent event : ONE_OF_EACH) {
            clock.addAndGet(1000);
            lobby.tell(event).kept();
        }
    }

    @Test
    void shouldTellNothingOfARoomThatIsNot() {
        sayTen();
        assertThat(store.history().before(NOWHERE, Long.MAX_VALUE, 10).join())
                .isEqualTo(new History.Page(List.of(), false, 1));
        assertThat(store.history().after(NOWHERE, 0, 10).join().entries()).isEmpty();
        assertThat(store.history().since(NOWHERE, NOON, 10).join().entries()).isEmpty();
        assertThat(store.history()
                        .search(List.of(NOWHERE), "ann", 10, null)
                        .join()
                        .entries())
                .isEmpty();
        assertThat(store.history().search(List.of(), "ann", 10, null).join().entries())
                .isEmpty();
    }

    @Test
    void shouldKeepPagesSmall() {
        IntStream.range(0, 600).forEach(i -> lobby.say("ann", "short"));
        lobby.kept();

        History.Page page = store.history().after(LOBBY, 0, 10_000).join();
        assertThat(page.entries()).hasSize(History.MAX_PAGE);
        assertThat(page.more()).isTrue();

        IntStream.range(0, 90).forEach(i -> staff.say("ann", "x".repeat(4000)));
        staff.kept();
        History.Page large = store.history().before(STAFF, Long.MAX_VALUE, 500).join();
        assertThat(large.entries()).hasSizeBetween(60, 70);
        assertThat(large.entries()).last().extracting(Entry::sequence).isEqualTo(90L);
        assertThat(large.more()).isTrue();
    }

    @Test
    void shouldTellWhenSomebodyWasLastSeen() {
        UserName bob = UserName.of("Bob");
        Map<RoomName, Long> lobbyOnly = Map.of(LOBBY, 100L);
        assertThat(store.history().lastSeen(lobbyOnly, bob).join()).isEmpty();
        comesAndGoes(lobby, LOBBY, List.of(bob), List.of());
        comesAndGoes(lobby, LOBBY, List.of(), List.of(UserName.of("eve"), bob)); // 12:00:02, entry 2
        comesAndGoes(lobby, LOBBY, List.of(UserName.of("bobby")), List.of());
        comesAndGoes(staff, STAFF, List.of(), List.of(bob)); // 12:00:04
        say(lobby, "ann", "where is bob?");

        assertThat(store.history().lastSeen(lobbyOnly, UserName.of("bob")).join())
                .contains(NOON.plusSeconds(2));
        assertThat(store.history()
                        .lastSeen(Map.of(LOBBY, 100L, STAFF, 100L), bob)
                        .join())
                .contains(NOON.plusSeconds(4));
        assertThat(store.history().lastSeen(Map.of(LOBBY, 2L), bob).join())
                .as("before the second entry")
                .contains(NOON.plusSeconds(1));
        assertThat(store.history().lastSeen(Map.of(NOWHERE, 100L), bob).join()).isEmpty();
    }

    private void comesAndGoes(Drafts drafts, RoomName room, List<UserName> joined, List<UserName> left) {
        clock.addAndGet(1000);
        drafts.tell(new Presence(room, joined, left, List.of())).kept();
    }
}
