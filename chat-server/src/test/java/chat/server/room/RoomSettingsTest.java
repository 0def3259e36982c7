package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Authored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomSettingsTest {
    private static final Person BOB = new Person(2, 20);
    private static final boolean STORED = true;

    private final List<RoomState> kept = new ArrayList<>();
    private final RoomSettings settings = new RoomSettings(RoomState.NEW, STORED, this::keep);
    private boolean full;

    private CompletableFuture<Void> keep(RoomState state) {
        if (full) {
            return CompletableFuture.failedFuture(new NotKeptException("the disk is full"));
        }
        kept.add(state);
        return CompletableFuture.completedFuture(null);
    }

    private record Person(long id, long account) implements Member {
        Person(long id) {
            this(id, Draft.UNREGISTERED);
        }

        @Override
        public UserName name() {
            return UserName.of("p" + id);
        }

        @Override
        public void notKept(Room room, Authored what, String why) {}
    }

    private final Person ann = new Person(1);

    @Test
    void shouldLetInEverybodyAtFirst() {
        assertThat(settings.admits(ann, "")).isTrue();
    }

    @Test
    void shouldKeepNoKeyButWhatItIsCheckedAgainst() {
        String key = settings.lock().join();
        assertThat(key).matches("[0-9a-hjkmnp-tv-z]{16}");
        assertThat(kept).hasSize(1).allSatisfy(state -> {
            assertThat(state.isLocked()).isTrue();
            assertThat(state.toString()).doesNotContain(key);
        });
    }

    @Test
    void shouldOpenWithTheKeyAlsoAfterARestart() {
        String key = settings.lock().join();
        RoomSettings after = new RoomSettings(settings.now(), STORED, this::keep);
        assertThat(after.admits(ann, key)).isTrue();
        assertThat(after.admits(ann, key.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(after.admits(ann, "")).isFalse();
        assertThat(after.admits(ann, settings.now().key()))
                .as("what is in the file")
                .isFalse();
    }

    @Test
    void shouldStayAsItIsIfThatCannotBeKept() {
        full = true;
        assertThat(settings.lock()).isCompletedExceptionally();
        assertThat(settings.admits(ann, "")).isTrue();
        full = false;
        String key = settings.lock().join();
        full = true;
        assertThat(settings.unlock()).isCompletedExceptionally();
        assertThat(settings.admits(ann, "")).isFalse();
        assertThat(settings.lock()).isCompletedExceptionally();
        assertThat(settings.admits(ann, key)).as("the key that was told").isTrue();
    }

    @Test
    void shouldMakeAnotherKeyEachTime() {
        String first = settings.lock().join();
        String second = settings.lock().join();
        assertThat(settings.admits(ann, first)).isFalse();
        assertThat(settings.admits(ann, second)).isTrue();
    }

    @Test
    void shouldRememberTheLatestInvitationsOnly() {
        settings.lock();
        for (long id = 1; id <= Invitations.MOST + 1; id++) {
            settings.invite(new Person(id));
        }
        assertThat(settings.admits(ann, "")).as("the first one is forgotten").isFalse();
        assertThat(settings.admits(new Person(2), "")).isTrue();
        settings.entered(new Person(2));
        assertThat(settings.admits(new Person(2), "")).as("once only").isFalse();
    }

    @Test
    void shouldKeepFormerInvitationsAsLongAsTheNewLockIsNotKept() {
        settings.lock();
        settings.invite(ann);
        settings.invite(BOB);
        CompletableFuture<Void> disk = new CompletableFuture<>();
        RoomSettings slow = new RoomSettings(settings.now(), STORED, state -> disk);
        slow.invite(ann);
        CompletableFuture<String> key = slow.lock();
        assertThat(slow.admits(ann, "")).isTrue();
        Person carl = new Person(3);
        slow.invite(carl);
        disk.complete(null);
        assertThat(key).isCompleted();
        assertThat(slow.admits(ann, "")).isFalse();
        assertThat(slow.admits(BOB, "")).isFalse();
        assertThat(slow.admits(carl, "")).as("invited since").isTrue();
    }

    @Test
    void shouldLetInWhoWasInvitedBeforeIfAnotherLockCannotBeKept() {
        settings.lock();
        settings.invite(ann);
        settings.invite(BOB);
        full = true;
        assertThat(settings.lock()).isCompletedExceptionally();
        assertThat(settings.unlock()).isCompletedExceptionally();
        assertThat(settings.admits(ann, "")).isTrue();
        assertThat(settings.admits(BOB, "")).isTrue();
        assertThat(settings.now().isLocked()).isTrue();
    }

    @Test
    void shouldGoBackToTheLockThatIsKeptWhenSeveralCannotBe() {
        String key = settings.lock().join();
        settings.invite(BOB);
        List<CompletableFuture<Void>> disk = new ArrayList<>();
        RoomSettings slow = new RoomSettings(settings.now(), STORED, state -> {
            disk.add(new CompletableFuture<>());
            return disk.get(disk.size() - 1);
        });
        slow.lock();
        slow.lock();
        List.copyOf(disk).forEach(one -> one.completeExceptionally(new NotKeptException("the disk is full")));
        assertThat(slow.admits(ann, key)).isTrue();
        assertThat(slow.admits(BOB, "")).isTrue();
    }

    @Test
    void shouldLetInWhoIsRegisteredAndInvitedUntilTheyLeave() {
        settings.lock();
        settings.invite(BOB);
        settings.entered(BOB);
        RoomSettings after = new RoomSettings(settings.now(), STORED, this::keep);
        assertThat(after.admits(new Person(7, BOB.account()), "")).isTrue();
        after.left(BOB);
        assertThat(after.admits(BOB, "")).isFalse();
        assertThat(kept).last().isEqualTo(after.now());
    }

    @Test
    void shouldKeepInvitationsWithTheFirstThingThatHappens() {
        RoomSettings unused = new RoomSettings(RoomState.NEW, !STORED, this::keep);
        unused.invite(BOB);
        assertThat(kept).isEmpty();
        assertThat(unused.isForgettable()).isTrue();
        unused.used();
        assertThat(kept).containsExactly(RoomState.NEW.withInvited(BOB.account()));
        unused.left(BOB);
        assertThat(kept).last().isEqualTo(RoomState.NEW);
    }

    @Test
    void shouldTakeThePlaceOfAnotherRoomOfTheNameWhenItIsUsed() {
        new RoomSettings(RoomState.NEW, !STORED, this::keep).used();
        assertThat(kept).containsExactly(RoomState.NEW);
    }

    @Test
    void shouldNotBeForgottenOnceItIsKeptWhoseItIs() {
        RoomSettings room = new RoomSettings(RoomState.NEW.withOwner(BOB.account()), !STORED, this::keep);
        assertThat(room.isForgettable()).isTrue();
        room.lock();
        room.unlock();
        assertThat(room.isForgettable()).isFalse();
    }

    @Test
    void shouldNotInviteWhenThatCannotBeKept() {
        settings.lock();
        full = true;
        assertThat(settings.invite(BOB)).isCompletedExceptionally();
        assertThat(settings.admits(BOB, "")).isFalse();
        full = false;
        settings.invite(BOB);
        full = true;
        assertThat(settings.invite(BOB)).isCompletedExceptionally();
        assertThat(settings.admits(BOB, "")).as("invited before").isTrue();
    }

    @Test
    void shouldPutBackWhoWasForgottenInVainButNotIntoARoomThatIsLockedAnew() {
        settings.lock();
        settings.invite(BOB);
        settings.addOwner(BOB.account());
        RoomState before = settings.now();
        full = true;
        assertThat(settings.forget(account -> account == BOB.account())).isCompletedExceptionally();
        settings.remember(BOB.account(), before);
        assertThat(settings.now()).isEqualTo(before);
        full = false;
        settings.lock();
        settings.remember(BOB.account(), before);
        assertThat(settings.now().invited()).isEmpty();
    }

    @Test
    void shouldLetInWhoInheritedALockedRoomAndIsRegistered() {
        settings.inherited(BOB);
        assertThat(kept).as("an open one lets everybody in").isEmpty();
        settings.lock();
        settings.inherited(ann);
        settings.inherited(BOB);
        RoomSettings after = new RoomSettings(settings.now(), STORED, this::keep);
        assertThat(after.admits(BOB, "")).isTrue();
        assertThat(after.admits(ann, "")).isFalse();
        assertThat(after.isOwner(BOB.account())).as("for good").isFalse();
    }

    @Test
    void shouldKeepTheTopicWithTheLock() {
        String key = settings.lock().join();
        settings.setTopic("lunch");
        settings.setTopic("");
        assertThat(settings.admits(ann, key)).isTrue();
        settings.unlock();
        assertThat(settings.admits(ann, "")).isTrue();
        assertThat(kept).last().isEqualTo(RoomState.NEW);
    }
}
