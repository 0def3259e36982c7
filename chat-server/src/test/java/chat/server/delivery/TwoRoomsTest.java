package chat.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.event.Message;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two rooms on one event loop, served two members at a time, with some members in both. */
class TwoRoomsTest {
    @AutoClose
    private final ManualRoom rooms = new ManualRoom(1, 2);

    private final List<Witness> people =
            IntStream.range(0, 6).mapToObj(i -> join("w" + i)).toList();

    private final Room lobby = rooms.rooms().lobby();
    private final Room kitchen = rooms.rooms().room(new RoomName("kitchen"));

    @Test
    void shouldStartARoundInARoomWhileAnotherRoomIsInTheMiddleOfOne() {
        goToTheKitchen(0, 1, 2);
        say(lobby, 0, "text 1");
        rooms.pass(0);
        assertThat(heard()).containsExactly(0, 0, 0, 0, 1, 1);

        say(kitchen, 0, "text 2");
        rooms.pass(0);
        assertThat(heard()).containsExactly(0, 1, 2, 1, 1, 1);
        rooms.settle();
        assertThat(heard()).containsExactly(0, 2, 2, 1, 1, 1);
    }

    @Test
    void shouldKeepEachRoomsOrder() {
        goToTheKitchen(0, 1, 2);
        for (int i = 0; i < 100; i++) {
            say(i % 3 == 0 ? kitchen : lobby, 0, "text " + (i % 3 == 0 ? "kitchen " : "lobby ") + i);
            if (i % 7 == 0) {
                rooms.pass(0);
            }
        }
        rooms.settle();
        for (Witness both : people.subList(1, 3)) {
            assertThat(heard(both, "kitchen")).isEqualTo(said("kitchen", 0, 3));
            assertThat(heard(both, "lobby")).hasSize(66).isEqualTo(heard(people.get(5), "lobby"));
        }
        assertThat(heard(people.get(5), "kitchen")).isEmpty();
    }

    @Test
    void shouldGoOnInARoomWhenTheOtherIsEmpty() {
        goToTheKitchen(0, 1, 2);
        say(kitchen, 0, "text 1");
        rooms.pass(0);
        people.subList(0, 3).forEach(Witness::hangUp);
        say(lobby, 3, "text 2");
        rooms.settle();
        assertThat(heard().subList(3, 6)).containsExactly(0, 1, 1);
        goToTheKitchen(4, 5);
        say(kitchen, 4, "text 3");
        rooms.settle();
        assertThat(people.get(5).heard()).containsExactly("w3: text 2", "w4: text 3");
    }

    @Test
    void shouldTellTheGapOfEachRoom() {
        goToTheKitchen(0, 1);
        people.get(1).freeze(true);
        for (int i = 0; i < 5000; i++) {
            say(kitchen, 0, "text kitchen " + i);
        }
        say(lobby, 2, "text lobby");
        rooms.settle();
        people.get(1).freeze(false);
        rooms.settle();
        assertThat(people.get(1).lines())
                .contains("* 904 messages skipped", "[lobby] w2: text lobby", "w0: text kitchen 904");
        assertThat(people.get(1).heard()).hasSize(5000 - 904 + 1);
    }

    private Witness join(String name) {
        Witness witness = new Witness(rooms, 0, name);
        rooms.settle();
        return witness;
    }

    private void goToTheKitchen(int... who) {
        for (int i : who) {
            people.get(i).session().rooms().join(kitchen);
        }
        rooms.settle();
        rooms.timer().advance(1000);
        rooms.settle();
    }

    private void say(Room room, int who, String text) {
        Session author = people.get(who).session();
        room.tell(author, new Message(room.name(), author.name(), text));
    }

    private List<Integer> heard() {
        return people.stream().map(person -> person.heard().size()).toList();
    }

    private static List<String> heard(Witness person, String where) {
        return person.heard().stream()
                .filter(text -> text.contains("text " + where))
                .map(text -> text.replace("[" + where + "] ", ""))
                .toList();
    }

    private static List<String> said(String where, int first, int step) {
        return IntStream.iterate(first, i -> i < 100, i -> i + step)
                .mapToObj(i -> "w0: text " + where + " " + i)
                .toList();
    }
}
