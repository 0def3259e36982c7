package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggedRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@7 /all hi                                | 7     | all | hi",
                "@a-Z_0.9 /ALL  hi there                   | a-Z_0.9 | all | hi there",
                "@12345678901234567890123456789012 /all hi | 12345678901234567890123456789012 | all | hi",
                "@7  \t /all hi                            | 7     | all | hi",
                "@7 /ping                                  | 7     | ping | ''",
                "@7 /                                      | 7     | ''  | ''",
                "@7 /all @8 /all hi                        | 7     | all | @8 /all hi"
            })
    void shouldTakeTheTagOff(String line, String tag, String verb, String arguments) {
        assertThat(TaggedRequest.parse(line)).isEqualTo(new TaggedRequest(tag, new Request(verb, arguments)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi",
                "@",
                "@ /all hi",
                "@bob hi",
                "@bob",
                "@bob ",
                "@7/all hi",
                "@7: /all hi",
                "@é /all hi",
                "@٣ /all hi",
                "@123456789012345678901234567890123 /all hi",
                "@7\u00a0/all hi",
                " @7 /all hi",
                "@@7 /all hi"
            })
    void shouldSayWhatIsNotExactlyTagged(String line) {
        assertThat(TaggedRequest.parse(line))
                .isEqualTo(new TaggedRequest(null, new Request(Request.SAY, line.stripTrailing())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/all hi", "  /all hi", "/", ""})
    void shouldLeaveOtherLinesAsTheyAre(String line) {
        assertThat(TaggedRequest.parse(line)).isEqualTo(new TaggedRequest(null, Request.parse(line)));
    }
}
