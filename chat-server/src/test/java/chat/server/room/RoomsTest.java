package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Message;
import chat.common.event.Stamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private final Rooms rooms = new Rooms(InstantSource.system(), new ManualTimer());

    private static final RoomName HALL = new RoomName("hall");

    private record Person(long id, UserName name, List<RoomName> lookedAfter, long account) implements Member {
        private Person(long id) {
            this(id, Draft.UNREGISTERED);
        }

        private Person(long id, long account) {
            this(id, UserName.of("p" + id), new ArrayList<>(), account);
        }

        @Override
        public void looksAfter(RoomName room) {
            lookedAfter.add(room);
        }

        @Override
        public void notKept(Room room, Authored what, String why) {
            throw new AssertionError(why);
        }
    }

    private final Person ann = new Person(1);
    private final Person bob = new Person(2);
    private final Person eve = new Person(3);

    @Test
    void shouldMakeARoomOnce() {
        Room hall = rooms.make(new RoomName("hall")).orElseThrow();
        assertThat(rooms.make(new RoomName("hall"))).containsSame(hall);
        assertThat(rooms.find(new RoomName("hall"))).containsSame(hall);
        assertThat(rooms.find(new RoomName("attic"))).isEmpty();
    }

    @Test
    void shouldBelongToWhoMadeItHoweverManyWantedToAtOnce() {
        Room hall = rooms.make(HALL, new Person(4, 40)).orElseThrow();
        assertThat(rooms.make(HALL, new Person(5, 50))).containsSame(hall);
        assertThat(hall.settings().now().owners()).as("before anybody is in").containsExactly(40L);
        Room attic = rooms.make(new RoomName("attic"), ann).orElseThrow();
        assertThat(rooms.make(attic.name(), new Person(5, 50))).containsSame(attic);
        assertThat(attic.settings().hasOwners()).as("a guest's").isFalse();
    }

    @Test
    void shouldMakeNoRoomThatLooksLikeAnother() {
        Room lobby = rooms.lobby();
        assertThat(rooms.inTheWay(new RoomName("l0bby"))).containsSame(lobby);
        assertThat(rooms.make(new RoomName("l0bby"))).isEmpty();
    }

    @Test
    void shouldForgetAnUnusedRoomWhenItIsEmpty() {
        Room hall = rooms.make(new RoomName("hall")).orElseThrow();
        hall.enter(ann);
        assertThat(rooms.make(new RoomName("ha1l"))).isEmpty();
        hall.exit(ann);
        assertThat(rooms.find(new RoomName("hall"))).isEmpty();
        assertThat(hall.enter(bob)).as("there may be a new one").isFalse();
        assertThat(rooms.make(new RoomName("ha1l"))).isPresent();
    }

    @Test
    void shouldGiveThePlacesOfAForgottenRoomToTheNextOneOnly() {
        Room hall = rooms.make(new RoomName("hall")).orElseThrow();
        hall.enter(ann);
        hall.exit(ann);
        Room next = rooms.make(new RoomName("hall")).orElseThrow();
        CompletableFuture<Stamp> late = hall.tellStamped(ann, new Message(hall.name(), ann.name(), "too late"));
        next.enter(bob);
        CompletableFuture<Stamp> first = next.tellStamped(bob, new Message(next.name(), bob.name(), "first"));

        assertThat(late).isCompletedExceptionally();
        assertThat(hall.log().size()).isZero();
        assertThat(first.join().id()).endsWith("-1");
    }

    @Test
    void shouldKeepARoomThatIsLockedOrWasSpokenIn() {
        Room locked = rooms.make(new RoomName("locked")).orElseThrow();
        locked.enter(ann);
        locked.settings().lock();
        locked.exit(ann);
        Room spoken = rooms.make(new RoomName("spoken")).orElseThrow();
        spoken.enter(ann);
        spoken.tell(ann, new Message(spoken.name(), ann.name(), "hello"));
        spoken.exit(ann);
        assertThat(rooms.all()).contains(locked, spoken);
        assertThat(rooms.lobby().enter(ann)).isTrue();
        rooms.lobby().exit(ann);
        assertThat(rooms.lobby().enter(ann)).as("the lobby is for ever").isTrue();
    }

    @Test
    void shouldHandARoomToWhoHasBeenThereLongest() {
        Room hall = rooms.make(new RoomName("hall")).orElseThrow();
        hall.enter(ann);
        hall.enter(bob);
        hall.enter(eve);
        assertThat(hall.isOwner(ann)).isTrue();
        hall.exit(bob);
        hall.exit(ann);
        assertThat(hall.isOwner(eve)).isTrue();
        assertThat(eve.lookedAfter()).containsExactly(hall.name());
        assertThat(bob.lookedAfter()).isEmpty();
        assertThat(rooms.lobby().enter(ann)).isTrue();
        assertThat(rooms.lobby().isOwner(ann)).isFalse();
    }

    @Test
    void shouldTakeTenThousandRoomsAndNoMore() {
        for (int i = 0; i < Rooms.MOST; i++) {
            rooms.room(new RoomName("room-" + i));
        }
        assertThat(rooms.isFull()).isTrue();
        assertThat(rooms.make(new RoomName("one-more"))).isEmpty();
    }
}
