package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WebOptionsTest {
    @Test
    void shouldServeAPageUnlessTold() {
        WebConfig page = options().config().orElseThrow();
        assertThat(page.port()).isEqualTo(8091);
        assertThat(page.bind()).isEmpty();
        assertThat(page.name()).isEqualTo("ClientMessageSystem");
        assertThat(page.forwarders().ranges()).isEmpty();
    }

    @Test
    void shouldServeNone() {
        assertThat(options("--no-web").config()).isEmpty();
    }

    @Test
    void shouldTakeWhatItIsTold() {
        WebConfig page = options(
                        "--web-port=0",
                        "--web-bind=127.0.0.1",
                        "--web-name=Friday club",
                        "--web-origin=https://a.example,https://b.example",
                        "--web-forwarded-from=127.0.0.1,10.0.0.0/8",
                        "--web-forwarded-from=::1")
                .config()
                .orElseThrow();
        assertThat(page.port()).isZero();
        assertThat(page.bind()).isEqualTo("127.0.0.1");
        assertThat(page.name()).isEqualTo("Friday club");
        assertThat(page.forwarders().ranges()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--web-port=70000|web-port: 70000 (expected: 0 to 65535)",
                "--web-origin=chat.example|web-origin: chat.example (expected: like https://chat.example)",
                "--web-name=|web-name: \"\" (expected: 1 to 40 characters, on one line)",
                "--web-forwarded-from=proxy|web-forwarded-from: proxy (expected: an address like 192.0.2.7 or a range like 10.0.0.0/8)"
            })
    void shouldSayWhatIsWrong(String flagAndSentence) {
        int bar = flagAndSentence.indexOf('|');
        assertThatThrownBy(() -> options(flagAndSentence.substring(0, bar)).config())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(flagAndSentence.substring(bar + 1));
    }

    private static WebOptions options(String... flags) {
        WebOptions options = new WebOptions();
        new CommandLine(new Empty()).addMixin("web", options).parseArgs(flags);
        return options;
    }

    @CommandLine.Command
    private static final class Empty {}
}
