package chat.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long, and why, as people write it. */
class TermsTest {
    @Test
    void shouldReadATimeAndAReasonOrOneOfThem() {
        assertThat(Terms.parse("for 2h because spam, again"))
                .contains(new Terms(Optional.of(Duration.ofHours(2)), "spam, again"));
        assertThat(Terms.parse(" for 30s ")).contains(new Terms(Optional.of(Duration.ofSeconds(30)), ""));
        assertThat(Terms.parse("because enough")).contains(new Terms(Optional.empty(), "enough"));
        assertThat(Terms.parse("")).contains(Terms.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"until monday", "for ever", "for", "because", "spam", "for 2h spam"})
    void shouldRefuseWhatIsNeither(String words) {
        assertThat(Terms.parse(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for 2x            | 2x is no time.",
                "for ever because  | Behind the time, a reason begins with the word because.",
                "for 2h spam       | Behind the time, a reason begins with the word because.",
                "for               | Behind for there is no time.",
                "because           | Behind because there is no reason.",
                "2h                | A time begins with the word for.",
                "spam              | A reason begins with the word because."
            })
    void shouldSayWhatIsWrong(String words, String problem) {
        assertThat(Terms.parse(words)).isEmpty();
        assertThat(Terms.problemWith(words)).isEqualTo(problem);
    }

    @Test
    void shouldRefuseAReasonThatNobodyReadsToItsEnd() {
        assertThat(Terms.parse("because " + "x".repeat(200))).isPresent();
        assertThat(Terms.parse("because " + "x".repeat(201))).isEmpty();
    }
}
