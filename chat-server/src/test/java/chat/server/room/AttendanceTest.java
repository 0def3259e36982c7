package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Presence;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTest {
    private final Comings room = new Comings();

    /** What happens within one second: {@code +ann} joins, {@code -ann} leaves, {@code ann>zoe} changes the name. */
    @ParameterizedTest
    @CsvSource({
        "+ann,                      * ann joined",
        "+ann +bob +eve +fay,       '* ann, bob and 2 others joined'",
        "-x -y,                     * x and y left",
        "x>a y>b,                   '* x is now a, and y is now b'",
        "+ann -ann,                 ''",
        "-x +x,                     * x left; x joined",
        "-x +X,                     * x left; X joined",
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
        "-x +x x>a,                 * x left; a joined",
        "x>a +x,                    * x is now a; x joined",
        "x>a +x -x,                 * x is now a",
        "x>a +x -a,                 * x left; x joined",
        "x>a +x x>b -b,             * x is now a",
        "x>a y>x,                   '* x is now a, and y is now x'",
        "x>a y>x a>y,               '* y is now x, and x is now y'",
        "-x y>a +ann,               * x left; y is now a; ann joined"
    })
    void shouldTellWhatChangedInTheEnd(String happens, String notice) {
        room.enter("x", "y");
        for (String what : happens.split(" ", -1)) {
            room.happen(what);
        }
        assertThat(room.told).as("not before the second is over").isEmpty();
        room.timer.advance(1000);
        assertThat(room.texts()).isEqualTo(notice.isEmpty() ? List.of() : List.of(notice));
        room.timer.advance(10_000);
        assertThat(room.told).hasSize(notice.isEmpty() ? 0 : 1);
    }

    @Test
    void shouldTellAtOnceWhenTheRoomWasQuiet() {
        room.happen("+ann");
        assertThat(room.texts()).containsExactly("* ann joined");
        room.timer.advance(1000);
        room.happen("-ann");
        assertThat(room.texts()).containsExactly("* ann joined", "* ann left");
    }

    @Test
    void shouldTellOnceASecond() {
        for (int i = 0; i < 100; i++) {
            room.happen("+p" + i);
            assertThat(room.timer.waiting()).isLessThanOrEqualTo(1);
            room.timer.advance(100);
        }
        assertThat(room.told).as("the first at once, ten with all others").hasSize(11);
    }

    @Test
    void shouldTellAtOnceAfterASecondInWhichNothingChangedInTheEnd() {
        room.enter("x");
        room.happen("+ann");
        room.happen("-ann");
        room.timer.advance(1000);
        room.happen("+bob");
        assertThat(room.texts()).containsExactly("* bob joined");
    }

    @Test
    void shouldSpareWhomTheNoticeIsAboutIfItIsAboutOneOnly() {
        room.enter("x", "y");
        long x = room.people.get(0).id();
        room.happen("x>a");
        room.timer.advance(1000);
        assertThat(room.told).extracting(Draft::author).containsExactly(x);
        room.told.clear();
        room.happen("+ann");
        room.happen("+bob");
        room.timer.advance(1000);
        assertThat(room.told).extracting(Draft::author).containsExactly(Draft.NOBODY);
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
            room.timer.advance(1000);
            for (Draft draft : room.told) {
                Presence notice = (Presence) draft.event();
                notice.left().forEach(name -> assertThat(known.remove(name)).isTrue());
                notice.renamed()
                        .forEach(rename ->
                                assertThat(known.remove(rename.from())).isTrue());
                notice.renamed()
                        .forEach(rename -> assertThat(known.add(rename.to())).isTrue());
                notice.joined().forEach(name -> assertThat(known.add(name)).isTrue());
            }
            room.told.clear();
            assertThat(known)
                    .as("seed %d, second %d", seed, second)
                    .containsExactlyInAnyOrderElementsOf(
                            room.people.stream().map(Comings.Person::name).toList());
        }
    }

    @Test
    void shouldTellLaterWhatCouldNotBeKept() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<UserName> known = new TreeSet<>();
        int lost = 0;
        for (int second = 0; second < 5000; second++) {
            for (int n = random.nextInt(4); n > 0; n--) {
                happenAnything(random);
            }
            boolean disk = random.nextInt(3) == 0;
            room.timer.advance(1000);
            List<Draft> told = List.copyOf(room.told);
            room.told.clear();
            for (Draft draft : told) {
                Presence notice = (Presence) draft.event();
                boolean kept = disk || random.nextInt(4) == 0;
                lost = kept ? lost : 3;
                if (kept) {
                    room.attendance.kept(notice);
                    notice.left().forEach(known::remove);
                    notice.renamed().forEach(rename -> known.remove(rename.from()));
                    notice.renamed().forEach(rename -> known.add(rename.to()));
                    known.addAll(notice.joined());
                } else {
                    if (random.nextBoolean()) {
                        happenAnything(random);
                    }
                    room.attendance.refused();
                }
            }
            if (lost > 0) {
                lost--; // it is told when what was underway is answered, and a second is over
            } else if (room.told.isEmpty()) {
                assertThat(known)
                        .as("seed %d, second %d", seed, second)
                        .containsExactlyInAnyOrderElementsOf(
                                room.people.stream().map(Comings.Person::name).toList());
            }
        }
    }

    /** Few names, so that they are taken again and again. */
    private void happenAnything(Random random) {
        String name = Character.toString('a' + random.nextInt(5));
        boolean free = room.people.stream().noneMatch(person -> person.name().equals(UserName.of(name)));
        if (!free) {
            room.happen("-" + name);
        } else if (room.people.isEmpty() || random.nextBoolean()) {
            room.happen("+" + name);
        } else {
            room.happen(room.people.get(random.nextInt(room.people.size())).name() + ">" + name);
        }
    }
}
