package chat.server.net.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What browsers are told to refuse. */
class SecurityHeadersTest {
    private final HttpHeaders headers = new DefaultHttpHeaders();

    @Test
    void shouldAllowFilesOfThisServerOnly() {
        SecurityHeaders.addTo(headers);
        List<String> policy = Pattern.compile("; *")
                .splitAsStream(headers.get("Content-Security-Policy"))
                .toList();
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'")
                .noneMatch(rule -> rule.contains("unsafe") || rule.contains("*") || rule.contains("http"));
    }

    @Test
    void shouldKeepThePageOutOfFramesAndItsAddressToItself() {
        SecurityHeaders.addTo(headers);
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.get("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.get("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    /** It would hold for every port of the host, and browsers would not let anybody pass a self-signed certificate. */
    @Test
    void shouldNotDemandTlsOfTheWholeHost() {
        SecurityHeaders.addTo(headers);
        assertThat(headers.contains("Strict-Transport-Security")).isFalse();
    }
}
