package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TlsOptionsTest {
    @Test
    void shouldSpeakNoTlsUnlessTold() {
        assertThat(options("").config()).isEmpty();
    }

    @Test
    void shouldTakeACertificateAndItsKey() {
        TlsConfig config = options("--tls-port 8443 --tls-cert c.pem --tls-key k.pem")
                .config()
                .orElseThrow();
        assertThat(config.port()).isEqualTo(8443);
        assertThat(config.files().certificate()).isEqualTo(Path.of("c.pem"));
        assertThat(config.files().key()).isEqualTo(Path.of("k.pem"));
        assertThat(config.selfSigned()).isFalse();
        assertThat(config.plainToo()).isTrue();
    }

    @Test
    void shouldKeepASelfSignedCertificateInAFolderOfItsOwn() {
        TlsConfig config =
                options("--tls-port 0 --tls-self-signed --no-plain").config().orElseThrow();
        assertThat(config.files().key().getParent()).hasFileName("chat-server");
        assertThat(config.selfSigned()).isTrue();
        assertThat(config.plainToo()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tls-port 8443|tls-port: needs a certificate (expected: --tls-cert and --tls-key, or --tls-self-signed)",
                "--tls-port 8443 --tls-cert c|tls-key: is missing (expected: both --tls-cert and --tls-key, or neither)",
                "--tls-port 8443 --tls-key k|tls-cert: is missing (expected: both --tls-cert and --tls-key, or neither)",
                "--tls-self-signed|tls-port: is missing (expected: --tls-port PORT with the other TLS flags)",
                "--no-plain|tls-port: is missing (expected: --tls-port PORT with the other TLS flags)",
                "--tls-port 70000 --tls-self-signed|tls-port: 70000 (expected: 0 to 65535)"
            })
    void shouldSayWhatIsMissing(String flags, String sentence) {
        assertThatThrownBy(() -> options(flags).config())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private static TlsOptions options(String flags) {
        TlsOptions options = new TlsOptions();
        new CommandLine(new Empty())
                .addMixin("tls", options)
                .parseArgs(flags.isEmpty() ? new String[0] : flags.split(" "));
        return options;
    }

    @CommandLine.Command
    private static final class Empty {}
}
