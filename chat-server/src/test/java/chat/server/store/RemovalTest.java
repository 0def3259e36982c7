package chat.server.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Presence;
import chat.common.event.Topic;
import chat.server.room.Draft;
import chat.server.room.Drafts;
import chat.server.room.Entry;
import chat.server.room.Removal;
import chat.server.room.Traces;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What somebody takes back is removed, and nothing else. */
class RemovalTest extends RemovalFixture {
    @Test
    void shouldLeaveNothingButPlaces() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            say(lobby, LOBBY, "ann", ANN, "mine");
            say(lobby, LOBBY, "ann", ANN, "mine, too");
            say(lobby, LOBBY, "bob", BOB, "yours");
            lobby.append(new Draft(new Topic(LOBBY, UserName.of("ann"), "lunch"), Draft.NOBODY, ANN, 0));

            List<Removal> removals = remove(store);
            assertThat(removals)
                    .containsExactly(new Removal(
                            LOBBY,
                            3,
                            List.of(new Removal.Span(1, 2), new Removal.Span(4, 4)),
                            false,
                            Set.of("lunch"),
                            4));
            List<Entry> entries = store.history().after(LOBBY, 0, 10).join().entries();
            assertThat(entries).extracting(Entry::sequence).containsExactly(1L, 2L, 3L, 4L);
            assertThat(entries).extracting(Entry::messages).containsExactly(1L, 2L, 3L, 3L);
            assertThat(entries).extracting(Entry::isEmpty).containsExactly(true, true, false, true);
            assertThat(store.history()
                            .search(List.of(LOBBY), "mine", 10, null)
                            .join()
                            .entries())
                    .isEmpty();
            assertThat(remove(store)).isEmpty();
        }
        try (SqliteStore store = open()) {
            assertThat(store.rooms().get(0).latest())
                    .filteredOn(entry -> !entry.isEmpty())
                    .extracting(entry -> ((Authored) entry.event()).text())
                    .containsExactly("yours");
        }
    }

    /** Whose marks nobody knows any more. */
    @Test
    void shouldFindWhatWasWrittenUnderANameSinceAMoment() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            say(lobby, LOBBY, "Eve", ANN, "long ago");
            say(lobby, LOBBY, "bob", BOB, "yours");
            lobby.kept();
            clock.addAndGet(60_000);
            say(lobby, LOBBY, "Eve", ANN, "lately");
            say(lobby, LOBBY, "bob", BOB, "yours, too");
            lobby.kept();

            Traces traces =
                    new Traces(Set.of(), Set.of(UserName.of("eve")), Set.of(), Optional.of(LOBBY), clock.get() - 1000);
            store.remove(traces, removal -> {}).get(60, TimeUnit.SECONDS);
            assertThat(store.history().after(LOBBY, 0, 10).join().entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(false, false, true, false);
        }
    }

    @Test
    void shouldForgetThatTheyCameAndWent() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            UserName ann = UserName.of("Anneliese");
            lobby.append(new Draft(new Presence(LOBBY, List.of(ann), List.of(), List.of()), Draft.NOBODY, 0, 0));
            lobby.append(new Draft(
                    new Presence(LOBBY, List.of(UserName.of("bob")), List.of(), List.of()), Draft.NOBODY, 0, 0));
            lobby.append(new Draft(new Presence(LOBBY, List.of(), List.of(ann), List.of()), Draft.NOBODY, 0, 0));
            lobby.kept();

            store.remove(
                            new Traces(Set.of(ANN), Set.of(UserName.of("anneliese"))),
                            removal -> assertThat(removal.lines()).isZero())
                    .get(60, TimeUnit.SECONDS);
            assertThat(store.history().after(LOBBY, 0, 10).join().entries())
                    .extracting(Entry::isEmpty)
                    .containsExactly(true, false, true);
            assertThat(occurrences("Anneliese")).isZero();
            assertThat(occurrences("bob")).isPositive();
        }
    }

    @Test
    void shouldCoverWhatIsUnderwayAndWhatIsNotIndexedYet() throws Exception {
        try (SqliteStore store = open()) {
            Drafts lobby = new Drafts(store, LOBBY);
            for (int i = 0; i < 2000; i++) {
                say(lobby, LOBBY, "ann", ANN, "xsecret" + i);
            }
            List<Removal> removals = remove(store);
            assertThat(removals).extracting(Removal::lines).containsExactly(2000L);
            assertThat(removals.get(0).spans()).containsExactly(new Removal.Span(1, 2000));
            assertThat(occurrences("xsecret")).isZero();
            say(lobby, LOBBY, "bob", BOB, "findme");
            lobby.kept();
            Awaitility.await()
                    .until(() -> store.history()
                                    .search(List.of(LOBBY), "findme", 1, null)
                                    .join()
                                    .entries()
                                    .size()
                            == 1);
            assertThat(occurrences("xsecret")).isZero();
        }
        assertThat(ask("PRAGMA integrity_check")).isEqualTo("ok");
    }

    @Test
    void shouldKeepToTheSameMarksAfterTheServerHasStopped() throws Exception {
        byte[] secret;
        try (SqliteStore store = open()) {
            secret = store.secret();
            assertThat(secret).hasSize(32);
        }
        try (SqliteStore store = open()) {
            assertThat(store.secret()).isEqualTo(secret);
            assertThat(store.keeps()).contains(Duration.ZERO);
        }
        assertThat(Files.readString(directory.resolve("chat.db"), ISO_8859_1))
                .doesNotContain(new String(secret, ISO_8859_1));
    }
}
