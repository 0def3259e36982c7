package chat.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence.Rename;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | p1",
                "2  | p1 and p2",
                "3  | p1, p2 and p3",
                "4  | p1, p2 and 2 others",
                "37 | p1, p2 and 35 others"
            })
    void shouldNameAFewAndCountTheRest(int people, String crowd) {
        assertThat(text(people(people), List.of(), List.of())).isEqualTo("* " + crowd + " joined\n");
        assertThat(text(List.of(), people(people), List.of())).isEqualTo("* " + crowd + " left\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | p1 is now q1",
                "2  | p1 is now q1, and p2 is now q2",
                "3  | p1 is now q1, p2 is now q2, and p3 is now q3",
                "4  | p1 is now q1, p2 is now q2, and 2 others changed their names",
                "37 | p1 is now q1, p2 is now q2, and 35 others changed their names"
            })
    void shouldTellNewNames(int people, String crowd) {
        assertThat(text(List.of(), List.of(), renames(people))).isEqualTo("* " + crowd + "\n");
    }

    @Test
    void shouldTellEverythingInOneLine() {
        List<UserName> eve = List.of(UserName.of("eve"));
        assertThat(text(people(37), eve, List.of())).isEqualTo("* eve left; p1, p2 and 35 others joined\n");
        assertThat(text(List.of(), eve, renames(1))).isEqualTo("* eve left; p1 is now q1\n");
        assertThat(text(eve, List.of(), renames(1))).isEqualTo("* p1 is now q1; eve joined\n");
        assertThat(text(people(2), eve, renames(4)))
                .isEqualTo("* eve left; p1 is now q1, p2 is now q2, and 2 others changed their names;"
                        + " p1 and p2 joined\n");
    }

    @Test
    void shouldStayTrueWhenSomebodyTakesANameThatHasJustBecomeFree() {
        UserName ann = UserName.of("ann");
        Rename annIsNowBob = new Rename(ann, UserName.of("bob"));
        assertThat(text(List.of(ann), List.of(), List.of(annIsNowBob))).isEqualTo("* ann is now bob; ann joined\n");
    }

    private static List<UserName> people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> UserName.of("p" + i))
                .toList();
    }

    private static List<Rename> renames(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Rename(UserName.of("p" + i), UserName.of("q" + i)))
                .toList();
    }

    private static String text(List<UserName> joined, List<UserName> left, List<Rename> renamed) {
        StringBuilder out = new StringBuilder();
        new Presence(RoomName.LOBBY, joined, left, renamed).writeText(new TextLines(out, "\n"));
        return out.toString();
    }
}
