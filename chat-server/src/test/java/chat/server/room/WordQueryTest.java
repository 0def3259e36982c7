package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordQueryTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "release date,the date of the release,true",
                "release date,the release,false",
                "\"release date\",the release date,true",
                "\"release date\",the date of the release,false",
                "\"release date,the release date,true",
                "v1.2,use v1.2!,true",
                "v1.2,2 of v1,false",
                "deplo,we deploy,false",
                "deplo*,we deploy,true",
                "deplo*,redeploy,false",
                "de*,we deploy,false",
                "re-dep*,please re-deploy,true",
                "\"we dep\"*,we deploy,false",
                "東京,東京で会う,true",
                "東京,京東,false",
                "CAFE,café,true",
            })
    void shouldFindWhatPeopleMean(String query, String text, boolean found) {
        assertThat(WordQuery.parse(query).isIn(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"\"", "*", "**\"*", "!?", "-"})
    void shouldFindNothingWithoutAWord(String query) {
        assertThat(WordQuery.parse(query).isEmpty()).isTrue();
        assertThat(WordQuery.parse(query).isIn("anything")).isFalse();
    }

    @Test
    void shouldLookForNoMoreThanThirtyTwoWords() {
        assertThat(WordQuery.parse("word ".repeat(1000)).phrases()).hasSize(32);
        assertThat(WordQuery.parse("東".repeat(1000)).phrases())
                .singleElement()
                .satisfies(phrase -> assertThat(phrase.words()).hasSize(32));
    }
}
