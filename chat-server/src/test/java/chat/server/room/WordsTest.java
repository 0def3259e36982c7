package chat.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Hello World,hello world",
                "Crème BRÛLÉE,creme brulee",
                "Łódź Ødegård,lodz odegard",
                "Straße STRASSE,strasse strasse",
                "ΟΔΟΣ οδος,οδοσ οδοσ",
                "İstanbul ılık,istanbul ilik",
                "it's v1.2.3,it s v1 2 3",
                "foo_bar-baz,foo bar baz",
                "東京で会う,東 京 て 会 う",
                "ガーデン ｶﾞ,カ ー テ ン カ",
                "on 東京tower,on 東 京 tower",
                "…!?,``",
            })
    void shouldGiveTheWordsInAFormThatCanBeCompared(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }
}
