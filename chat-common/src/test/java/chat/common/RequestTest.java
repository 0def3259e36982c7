package chat.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "hello,                  all,     hello",
                "hello  there,           all,     hello  there",
                "\"  indented\",         all,     \"  indented\"",
                "\"trailing \t \",       all,     trailing",
                "\"\",                   all,     \"\"",
                "/quit,                  quit,    \"\"",
                "/QUIT,                  quit,    \"\"",
                "/private bob hi,        private, bob hi",
                "/private   bob   hi,    private, bob   hi",
                "\"/all\thi \",          all,     hi",
                "\" /quit\",             quit,    \"\"",
                "\"\t  /all x\",         all,     x",
                "\"\u00a0/quit\",        quit,    \"\"",
                "\"\u200b\ufeff /quit\",  quit,    \"\"",
                "/login\u00a0ann secret, login,   ann secret",
                "／quit,                  quit,    \"\"",
                "/,                      \"\",    \"\"",
                "/ all,                  \"\",    all",
                "//all,                  /all,    \"\"",
                "1/2,                    all,     1/2",
                "/ÄNDERN x,              ändern,  x"
            })
    void shouldTakeApart(String line, String verb, String arguments) {
        assertThat(Request.parse(line)).isEqualTo(new Request(verb, arguments));
    }

    @Test
    void shouldNotDependOnTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Request.parse("/PRIVATE x").verb()).isEqualTo("private");
        } finally {
            Locale.setDefault(before);
        }
    }
}
