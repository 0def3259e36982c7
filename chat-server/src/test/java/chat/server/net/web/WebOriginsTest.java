package chat.server.net.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may open the WebSocket. */
class WebOriginsTest {
    private final WebOrigins origins = WebOrigins.ownAnd(List.of("https://Other.example", "http://[::1]:8080"));

    @ParameterizedTest
    @CsvSource({
        "chat.example:8091, http://chat.example:8091, true",
        "chat.example, https://chat.example, true",
        "CHAT.example, https://chat.EXAMPLE, true",
        "chat.example, https://other.example, true",
        "chat.example, http://[::1]:8080, true",
        "chat.example, http://other.example, false",
        "chat.example, https://other.example:444, false",
        "chat.example, https://chat.example:8443, false",
        "chat.example, https://evil.chat.example, false",
        "chat.example, ftp://chat.example, false",
        "chat.example, null, false",
        "chat.example, '', false",
        "'', https://, false"
    })
    void shouldLetInTheOwnPageAndThoseItWasToldOf(String host, String origin, boolean may) {
        HttpHeaders headers = new DefaultHttpHeaders().add("Host", host).add("Origin", origin);
        assertThat(origins.mayOpen(headers)).isEqualTo(may);
    }

    @Test
    void shouldRefuseTwoOrigins() {
        HttpHeaders headers = new DefaultHttpHeaders()
                .add("Host", "chat.example")
                .add("Origin", "https://chat.example")
                .add("Origin", "https://evil.example");
        assertThat(origins.mayOpen(headers)).isFalse();
    }

    @Test
    void shouldLetInWhatIsNoBrowser() {
        assertThat(origins.mayOpen(new DefaultHttpHeaders().add("Host", "chat.example")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat.example",
                "ws://chat.example",
                "https://chat.example/",
                "https://chat.example/page",
                "*",
                "null",
                "https://chat.example?x",
                "https://me@chat.example",
                "https://",
                "no origin"
            })
    void shouldSayWhatIsNoOrigin(String origin) {
        assertThatThrownBy(() -> WebOrigins.ownAnd(List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("web-origin: " + origin + " (expected: like https://chat.example)");
    }
}
