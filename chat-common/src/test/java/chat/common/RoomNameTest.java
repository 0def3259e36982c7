package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {
    @ParameterizedTest
    @CsvSource({
        "staff, staff",
        "Staff, staff",
        "ＳＴＡＦＦ, staff",
        "STRASSE, strasse",
        "straße, strasse",
        "Küche, küche",
        "ΤΕΛΟΣ, τελος",
        "2026-11_a.b, 2026-11_a.b",
        "厨房, 厨房"
    })
    void shouldBeInLowerCase(String typed, String name) {
        assertThat(RoomName.parse(typed)).contains(new RoomName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "[a]", "a:b", "*", "#staff", "aaaaaaaaaaaaaaaaaaaaaaaaa", "😀", "a\u0000"})
    void shouldBeWhatANameMayBe(String typed) {
        assertThat(RoomName.parse(typed)).isEmpty();
    }

    @Test
    void shouldBeAsLongAsANameInLowerCaseToo() {
        assertThat(RoomName.parse("ß".repeat(12))).contains(new RoomName("s".repeat(24)));
        assertThat(RoomName.parse("ß".repeat(13))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Staff", "straße", "ǅ", "ΤΕΛΟΣ", "İstanbul", "ﬁx"})
    void shouldStayTheSameWhenItIsReadAgain(String typed) {
        RoomName.parse(typed)
                .ifPresent(name -> assertThat(RoomName.parse(name.value())).contains(name));
    }

    @Test
    void shouldTakeFromAServerWhatCannotBeMistaken() {
        assertThat(RoomName.received("staff")).contains(new RoomName("staff"));
        assertThat(RoomName.received("a] bob: hi [b")).isEmpty();
    }
}
