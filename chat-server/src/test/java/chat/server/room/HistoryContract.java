package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.RoomEvent;
import chat.common.event.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every history answers, as far as it reaches. */
public abstract class HistoryContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RoomName LOBBY = RoomName.LOBBY;
    private static final RoomName STAFF = new RoomName("staff");
    private static final RoomName NOWHERE = new RoomName("nowhere");
    private static final List<RoomEvent> ONE_OF_EACH = List.of(
            new Message(LOBBY, UserName.of("ann"), "tea?"),
            new Action(LOBBY, UserName.of("bob"), "makes tea"),
            new Topic(LOBBY, UserName.of("ann"), "tea for bob"),
            new Topic(LOBBY, UserName.of("ann"), ""));

    private final AtomicLong clock = new AtomicLong(NOON.toEpochMilli());
    private RoomStore store;
    private Drafts lobby;
    private Drafts staff;

    /** A store that knows no room. */
    protected abstract RoomStore open(InstantSource clock) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open(() -> Instant.ofEpochMilli(clock.get()));
        lobby = new Drafts(store, LOBBY);
        staff = new Drafts(store, STAFF);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** A second later somebody says something, and it is kept. */
    private void say(Drafts room, String from, String text) {
        clock.addAndGet(1000);
        room.say(from, text).kept();
    }

    private void sayTen() {
        IntStream.rangeClosed(1, 10).forEach(i -> say(lobby, "ann", Integer.toString(i)));
    }

    private static List<String> texts(History.Page page) {
        return page.entries().stream()
                .map(entry -> ((Authored) entry.event()).text())
                .toList();
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
    void shouldFindWordsTheNewestFirst() {
        say(lobby, "ann", "The build is green");
        say(lobby, "bob", "which build?");
        say(lobby, "ann", "no, rebuild it");
        say(lobby, "ann", "BUILD 4711 - it's green, Über-green");

        assertFinds(
                List.of(LOBBY), "build", "BUILD 4711 - it's green, Über-green", "which build?", "The build is green");
        assertFinds(List.of(LOBBY), "green build", "BUILD 4711 - it's green, Über-green", "The build is green");
        assertFinds(List.of(LOBBY), "uber", "BUILD 4711 - it's green, Über-green");
        assertFinds(List.of(LOBBY), "buil");
    }

    @Test
    void shouldTakeNothingInASearchForMoreThanWords() {
        say(lobby, "ann", "cats and dogs");
        say(lobby, "ann", "text NEAR or NOT");

        assertFinds(List.of(LOBBY), "\"cats\" dogs*", "cats and dogs");
        assertFinds(List.of(LOBBY), "NOT (near", "text NEAR or NOT");
        assertFinds(List.of(LOBBY), "text: or", "text NEAR or NOT");
        assertFinds(List.of(LOBBY), "- \" *");
        assertFinds(List.of(LOBBY), "");
    }

    @Test
    void shouldFindPhrasesAndBeginningsOfWords() {
        say(lobby, "ann", "the release date of v1.2");
        say(lobby, "ann", "a date for the release, before v2.1");
        say(lobby, "bob", "redeployed; deploying again");

        assertFinds(List.of(LOBBY), "\"release date\"", "the release date of v1.2");
        assertFinds(List.of(LOBBY), "v2.1", "a date for the release, before v2.1");
        assertFinds(List.of(LOBBY), "deplo*", "redeployed; deploying again");
        assertFinds(List.of(LOBBY), "RELEA* date", "a date for the release, before v2.1", "the release date of v1.2");
        assertFinds(List.of(LOBBY), "release* deploy*");
    }

    @Test
    void shouldFindWordsOfAllScripts() {
        say(lobby, "ann", "明日東京で会いましょう");
        say(lobby, "ann", "京都と東大");
        say(lobby, "ann", "พรุ่งนี้ไปเชียงใหม่");
        say(lobby, "ann", "встреча в Королёве");
        say(lobby, "ann", "𠮷野家 is open");

        assertFinds(List.of(LOBBY), "東京", "明日東京で会いましょう");
        assertFinds(List.of(LOBBY), "東", "京都と東大", "明日東京で会いましょう");
        assertFinds(List.of(LOBBY), "会 明日", "明日東京で会いましょう");
        assertFinds(List.of(LOBBY), "เชียงใหม่", "พรุ่งนี้ไปเชียงใหม่");
        assertFinds(List.of(LOBBY), "КОРОЛЕВЕ", "встреча в Королёве");
        assertFinds(List.of(LOBBY), "野家", "𠮷野家 is open");
    }

    @Test
    void shouldAnswerWhateverIsLookedFor() {
        say(lobby, "ann", "anything");
        Random random = new Random(17);
        List<String> pieces = List.of(
                "\"", "'", "*", "(", ")", "^", ":", "{", "}", "+", "-", " ", "AND", "OR", "NOT", "NEAR(", ",3)", "text",
                "\\", ";", "%", "_", "\0", "\ud800", "東", "é", "any", "thing", "\u0301", "word", "--", "rowid");
        for (int i = 0; i < 500; i++) {
            String query = random.ints(1 + random.nextInt(8), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertThat(store.history().search(List.of(LOBBY), query, 10, null))
                    .as("a search for %s", query)
                    .succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void shouldLookInTheRoomsThatAreNamedOnly() {
        say(lobby, "ann", "secret of the lobby");
        say(staff, "bob", "secret of staff");
        say(lobby, "ann", "another secret");

        assertFinds(List.of(LOBBY), "secret", "another secret", "secret of the lobby");
        assertFinds(List.of(STAFF), "secret", "secret of staff");
        assertFinds(List.of(LOBBY, STAFF), "secret", "another secret", "secret of staff", "secret of the lobby");
    }

    @Test
    void shouldGoOnWithTheNextPage() {
        for (int i = 0; i < 7; i++) {
            say(i % 3 == 0 ? staff : lobby, "ann", "word " + i);
        }
        staff.say("ann", "word 7").kept(); // in the same moment as the one before
        List<RoomName> both = List.of(LOBBY, STAFF);
        assertFinds(both, "word", "word 7", "word 6", "word 5", "word 4", "word 3", "word 2", "word 1", "word 0");

        List<String> found = new ArrayList<>();
        Entry last = null;
        History.Page page;
        do {
            page = store.history().search(both, "word", 3, last).join();
            found.addAll(texts(page));
            last = page.entries().get(page.entries().size() - 1);
        } while (page.more());
        assertThat(found).hasSize(8).doesNotHaveDuplicates();
        assertThat(found).element(7).isEqualTo("word 0");
    }

    @Test
    void shouldFindWhoNamesSomebody() {
        UserName bob = UserName.of("Bob");
        say(lobby, "ann", "hi bob");
        say(lobby, "ann", "bobby is here");
        say(staff, "ann", "@BOB: coffee?");
        say(lobby, "bob", "bob is my name");
        say(lobby, "ann", "bob-x, kabob");

        List<RoomName> both = List.of(LOBBY, STAFF);
        assertTells(() -> store.history().mentions(both, bob, NOON, 10, null).join(), "@BOB: coffee?", "hi bob");
        assertTells(
                () -> store.history()
                        .mentions(List.of(LOBBY), bob, NOON, 10, null)
                        .join(),
                "hi bob");
        assertTells(
                () -> store.history()
                        .mentions(both, bob, NOON.plusSeconds(1), 10, null)
                        .join(),
                "@BOB: coffee?");
        History.Page first = store.history().mentions(both, bob, NOON, 1, null).join();
        assertThat(first.more()).isTrue();
        assertThat(texts(store.history()
                        .mentions(both, bob, NOON, 1, first.entries().get(0))
                        .join()))
                .containsExactly("hi bob");
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

    private void assertFinds(List<RoomName> rooms, String words, String... texts) {
        assertTells(() -> store.history().search(rooms, words, 100, null).join(), texts);
    }

    /** The index may be a moment behind. */
    private static void assertTells(Supplier<History.Page> page, String... texts) {
        Awaitility.await().untilAsserted(() -> assertThat(texts(page.get())).containsExactly(texts));
    }
}
