package chat.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
    private static final UserName NAME = UserName.of("Alexandra");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "12345679", "/quit /quit", "пароль123", "Alexandra1"})
    void shouldTakeAlmostAnything(String typed) {
        assertThat(Password.problemWith(typed, NAME)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "1234567", "  1234567  ", "alexandra", "ALEXANDRA", "1234\u00075678"})
    void shouldSayWhatItMayBe(String typed) {
        assertThat(Password.problemWith(typed, NAME)).isEqualTo(Password.RULE);
    }

    @Test
    void shouldCountCharacters() {
        assertThat(Password.problemWith("😀".repeat(128), NAME)).isNull();
        assertThat(Password.problemWith("a".repeat(129), NAME)).isEqualTo(Password.RULE);
        assertThat(Password.problemWith("😀".repeat(7), NAME)).isEqualTo(Password.RULE);
    }

    @Test
    void shouldBeTheSameFromEveryKeyboard() {
        assertThat(bytes("o\u0308ffnedich")).isEqualTo(bytes("\u00f6ffnedich"));
        assertThat(bytes("two\u00a0words ")).isEqualTo(bytes(" two words"));
        assertThat(bytes("Password")).isNotEqualTo(bytes("password"));
        assertThat(bytes("password")).isEqualTo("password".getBytes(UTF_8));
    }

    private static byte[] bytes(String typed) {
        return Password.of(typed).orElseThrow().bytes();
    }

    @Test
    void shouldNotTellItself() {
        assertThat(Password.of("correct horse").orElseThrow()).hasToString("password");
    }

    @Test
    void shouldRefuseWhatEverybodyTriesFirst() {
        UserName ann = UserName.of("ann");
        for (String common : List.of("password1", "QWERTYUIOP", "1234567890", "passw0rd")) {
            assertThat(Password.problemWith(common, ann)).as(common).contains("everybody tries");
        }
        assertThat(Password.problemWith("correct horse", ann)).isNull();
        assertThat(Password.problemWith("1234567", ann)).isEqualTo(Password.RULE);
    }
}
