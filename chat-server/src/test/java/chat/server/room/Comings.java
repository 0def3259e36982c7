package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.TextLines;
import java.util.ArrayList;
import java.util.List;

/** Lets people come, go and change their names, and keeps what a room is told of it. */
final class Comings {
    /** Somebody in the room. */
    static final class Person implements Member {
        private final long id;
        private UserName name;

        Person(long id, UserName name) {
            this.id = id;
            this.name = name;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public UserName name() {
            return name;
        }

        @Override
        public void notKept(Room room, Authored what, String why) {}
    }

    final ManualTimer timer = new ManualTimer();
    final List<Draft> told = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final Attendance attendance = new Attendance(
            RoomName.LOBBY, timer, () -> people.stream().map(Person::name).toList(), told::add);
    private long ids;

    /** These people are here, and the room has been told something just now. */
    void enter(String... names) {
        for (String name : names) {
            happen("+" + name);
        }
        timer.advance(2000);
        happen("+last");
        told.clear();
    }

    /** {@code +ann} joins, {@code -ann} leaves, {@code ann>zoe} changes the name. */
    void happen(String what) {
        switch (what.charAt(0)) {
            case '+' -> {
                Person person = new Person(++ids, UserName.of(what.substring(1)));
                people.add(person);
                attendance.joined(person);
            }
            case '-' -> {
                Person person = person(what.substring(1));
                people.remove(person);
                attendance.left(person.name(), person);
            }
            default -> {
                int arrow = what.indexOf('>');
                Person person = person(what.substring(0, arrow));
                UserName before = person.name;
                person.name = UserName.of(what.substring(arrow + 1));
                attendance.renamed(person, before);
            }
        }
    }

    private Person person(String name) {
        return people.stream()
                .filter(person -> person.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the room reads. */
    List<String> texts() {
        return told.stream()
                .map(draft -> {
                    StringBuilder out = new StringBuilder();
                    draft.event().writeText(new TextLines(out, ""));
                    return out.toString();
                })
                .toList();
    }
}
