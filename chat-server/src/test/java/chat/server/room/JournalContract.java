package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Message;
import chat.common.event.Presence;
import chat.common.event.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does, whatever it keeps entries in. */
public abstract class JournalContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final RoomName STAFF = new RoomName("staff");
    private RoomStore store;

    /** A store that knows no room. */
    protected abstract RoomStore open(InstantSource clock) throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open(() -> NOON);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void shouldGivePlacesInOrderWithoutHoles() {
        Drafts lobby = new Drafts(store, RoomName.LOBBY);
        IntStream.range(0, 3000).forEach(i -> lobby.say("ann", "line " + i));

        assertThat(lobby.kept())
                .extracting(Entry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3000).boxed().toList());
        assertThat(lobby.kept())
                .extracting(entry -> ((Message) entry.event()).text())
                .containsExactlyElementsOf(
                        IntStream.range(0, 3000).mapToObj(i -> "line " + i).toList());
        assertThat(lobby.refused()).isEmpty();
    }

    @Test
    void shouldKeepTheEventItsAuthorAndItsTime() {
        Drafts lobby = new Drafts(store, RoomName.LOBBY).join("Zoë").say("ann", "grüße \uD83D\uDE00 \" ' \\");

        UserName zoe = UserName.of("Zoë");
        assertThat(lobby.kept())
                .containsExactly(
                        new Entry(
                                1,
                                NOON.toEpochMilli(),
                                0,
                                new Presence(RoomName.LOBBY, List.of(zoe), List.of(), List.of()),
                                Draft.NOBODY),
                        new Entry(
                                2,
                                NOON.toEpochMilli(),
                                1,
                                new Message(RoomName.LOBBY, UserName.of("ann"), "grüße \uD83D\uDE00 \" ' \\"),
                                7));
    }

    @Test
    void shouldCountMessagesOnly() {
        Drafts lobby = new Drafts(store, RoomName.LOBBY)
                .join("ann")
                .say("ann", "a")
                .join("bob")
                .say("bob", "b");

        assertThat(lobby.kept()).extracting(Entry::messages).containsExactly(0L, 1L, 1L, 2L);
    }

    @Test
    void shouldCountActionsAsMessagesAndTopicsAsNotices() {
        UserName ann = UserName.of("ann");
        Drafts lobby = new Drafts(store, RoomName.LOBBY)
                .tell(new Action(RoomName.LOBBY, ann, "waves"))
                .tell(new Topic(RoomName.LOBBY, ann, "lunch"))
                .say("ann", "hi");

        assertThat(lobby.kept()).extracting(Entry::messages).containsExactly(1L, 1L, 2L);
        assertThat(lobby.kept().get(0).event()).isEqualTo(new Action(RoomName.LOBBY, ann, "waves"));
        assertThat(lobby.kept().get(1).event()).isEqualTo(new Topic(RoomName.LOBBY, ann, "lunch"));
    }

    @Test
    void shouldCountInEachRoomByItself() {
        Drafts lobby = new Drafts(store, RoomName.LOBBY);
        Drafts staff = new Drafts(store, STAFF);
        lobby.say("ann", "one");
        staff.say("ann", "one of staff");
        lobby.say("ann", "two");

        assertThat(lobby.kept()).extracting(Entry::sequence).containsExactly(1L, 2L);
        assertThat(staff.kept()).extracting(Entry::sequence).containsExactly(1L);
    }

    @Test
    void shouldAnswerEachDraftOnceWhenManySpeakAtOnce() throws InterruptedException {
        Drafts lobby = new Drafts(store, RoomName.LOBBY);
        List<Thread> people = IntStream.range(0, 4)
                .mapToObj(person -> new Thread(
                        () -> IntStream.range(0, 500).forEach(i -> lobby.say("p" + person, Integer.toString(i)))))
                .toList();
        people.forEach(Thread::start);
        for (Thread person : people) {
            person.join();
        }

        List<Entry> kept = lobby.kept();
        assertThat(kept).hasSize(2000);
        for (int person = 0; person < 4; person++) {
            UserName name = UserName.of("p" + person);
            assertThat(kept.stream()
                            .map(entry -> (Message) entry.event())
                            .filter(m -> m.from().equals(name)))
                    .extracting(Message::text)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 500).mapToObj(Integer::toString).toList());
        }
    }

    @Test
    void shouldBeReadyWhenEverythingIsAnswered() {
        Journal journal = store.journal(STAFF, new RoomLog(1024, 1L << 20));
        Drafts lobby = new Drafts(store, RoomName.LOBBY).say("ann", "hi");
        assertThat(lobby.kept()).hasSize(1);

        assertThat(journal.whenReady()).isCompleted();
    }

    @Test
    void shouldBeginIdsWithAWord() {
        assertThat(store.era()).matches("[a-z0-9]{4,16}");
    }
}
