package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every history finds. */
public abstract class SearchContract extends HistoryFixture {
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
}
