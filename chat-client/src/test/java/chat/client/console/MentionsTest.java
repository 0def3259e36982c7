package chat.client.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    @ParameterizedTest
    @CsvSource({
        "hi bob, bob, bob",
        "hi @bob!, bob, @bob",
        "BOB?, bob, BOB",
        "bobby, bob, ''",
        "kabob, bob, ''",
        "bob_x, bob, ''",
        "bob-x, bob, ''",
        "bob.x, bob, ''",
        "thanks bob., bob, bob",
        "well - bob - yes, bob, bob",
        "x-bob, bob, ''",
        "bob bob, bob, bob|bob",
        "hi jörg, jörg, jörg",
        "hi, bob, ''",
        "hi bob, '', ''"
    })
    void shouldFindAName(String text, String name, String found) {
        assertThat(String.join(
                        "|",
                        Mentions.in(text, name).stream()
                                .map(span -> text.substring(span.begin(), span.end()))
                                .toList()))
                .isEqualTo(found);
    }
}
