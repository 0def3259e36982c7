package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import chat.common.event.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTest {
    /** Somebody in the room. */
    private static final class Person implements Member {
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
    }

    private final ManualTimer timer = new ManualTimer();
    private final List<Draft> told = new ArrayList<>();
    private final Attendance attendance = new Attendance(RoomName.LOBBY, timer, told::add);
    private final List<Person> people = new ArrayList<>();
    private long ids;

    /** What happens within one second: {@code +ann} joins, {@code -ann} leaves, {@code ann>zoe} changes the name. */
    @ParameterizedTest
    @CsvSource({
        "+ann,                      * ann joined",
        "+ann +bob +eve +fay,       '* ann, bob and 2 others joined'",
        "-x -y,                     * x and y left",
        "x>a y>b,                   '* x is now a, and y is now b'",
        "+ann -ann,                 ''",
        "-x +x,                     ''",
        "-x +X,                     ''",
        "x>a a>b,                   * x is now b",
        "x>a a>b b>x,               ''",
        "x>X,                       * x is now X",
        "x>X X>x,                   ''",
        "+ann ann>bob,              * bob joined",
        "+ann ann>bob bob>eve,      * eve joined",
        "+ann ann>bob -bob,         ''",
        "x>a -a,                    * x left",
        "x>a a>b -b,                * x left",
        "-x y>x,                    * x left; y is now x",
        "-x +ann ann>x,             * x left; x joined",
        "-x y>x -x,                 * x and y left",
        "-x +x -x,                  * x left",
        "-x +x x>a,                 * x is now a",
        "x>a +x,                    * x is now a; x joined",
        "x>a +x -x,                 * x is now a",
        "x>a +x -a,                 * x left; x joined",
        "x>a +x x>b -b,             * x is now a",
        "x>a y>x,                   '* x is now a, and y is now x'",
        "x>a y>x a>y,               '* y is now x, and x is now y'",
        "-x y>a +ann,               * x left; y is now a; ann joined"
    })
    void shouldTellWhatChangedInTheEnd(String happens, String notice) {
        enter("x", "y");
        for (String what : happens.split(" ", -1)) {
            happen(what);
        }
        assertThat(told).as("not before the second is over").isEmpty();
        timer.advance(1000);
        assertThat(texts()).isEqualTo(notice.isEmpty() ? List.of() : List.of(notice));
        timer.advance(10_000);
        assertThat(told).hasSize(notice.isEmpty() ? 0 : 1);
    }

    @Test
    void shouldTellAtOnceWhenTheRoomWasQuiet() {
        happen("+ann");
        assertThat(texts()).containsExactly("* ann joined");
        timer.advance(1000);
        happen("-ann");
        assertThat(texts()).containsExactly("* ann joined", "* ann left");
    }

    @Test
    void shouldTellOnceASecond() {
        for (int i = 0; i < 100; i++) {
            happen("+p" + i);
            assertThat(timer.waiting()).isLessThanOrEqualTo(1);
            timer.advance(100);
        }
        assertThat(told).as("the first at once, ten with all others").hasSize(11);
    }

    @Test
    void shouldTellAtOnceAfterASecondInWhichNothingChangedInTheEnd() {
        enter("x");
        happen("+ann");
        happen("-ann");
        timer.advance(1000);
        happen("+bob");
        assertThat(texts()).containsExactly("* bob joined");
    }

    @Test
    void shouldSpareWhomTheNoticeIsAboutIfItIsAboutOneOnly() {
        enter("x", "y");
        long x = people.get(0).id();
        happen("x>a");
        timer.advance(1000);
        assertThat(told).extracting(Draft::author).containsExactly(x);
        told.clear();
        happen("+ann");
        happen("+bob");
        timer.advance(1000);
        assertThat(told).extracting(Draft::author).containsExactly(Draft.NOBODY);
    }

    @Test
    void shouldLeaveReadersWithTheNamesOfThoseWhoAreHere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<UserName> known = new TreeSet<>();
        for (int second = 0; second < 5000; second++) {
            for (int n = random.nextInt(6); n > 0; n--) {
                happenAnything(random);
            }
            timer.advance(1000);
            for (Draft draft : told) {
                Presence notice = (Presence) draft.event();
                notice.left().forEach(name -> assertThat(known.remove(name)).isTrue());
                notice.renamed()
                        .forEach(rename ->
                                assertThat(known.remove(rename.from())).isTrue());
                notice.renamed()
                        .forEach(rename -> assertThat(known.add(rename.to())).isTrue());
                notice.joined().forEach(name -> assertThat(known.add(name)).isTrue());
            }
            told.clear();
            assertThat(known)
                    .as("seed %d, second %d", seed, second)
                    .containsExactlyInAnyOrderElementsOf(
                            people.stream().map(Person::name).toList());
        }
    }

    /** Few names, so that they are taken again and again. */
    private void happenAnything(Random random) {
        String name = Character.toString('a' + random.nextInt(5));
        boolean free = people.stream().noneMatch(person -> person.name().equals(UserName.of(name)));
        if (!free) {
            happen("-" + name);
        } else if (people.isEmpty() || random.nextBoolean()) {
            happen("+" + name);
        } else {
            happen(people.get(random.nextInt(people.size())).name() + ">" + name);
        }
    }

    /** These people are here, and the room has been told something just now. */
    private void enter(String... names) {
        for (String name : names) {
            happen("+" + name);
        }
        timer.advance(2000);
        happen("+last");
        told.clear();
    }

    private void happen(String what) {
        switch (what.charAt(0)) {
            case '+' -> {
                Person person = new Person(++ids, UserName.of(what.substring(1)));
                people.add(person);
                attendance.joined(person);
            }
            case '-' -> {
                Person person = person(what.substring(1));
                people.remove(person);
                attendance.left(person);
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

    private List<String> texts() {
        return told.stream()
                .map(draft -> {
                    StringBuilder out = new StringBuilder();
                    draft.event().writeText(new TextLines(out, ""));
                    return out.toString();
                })
                .toList();
    }
}
