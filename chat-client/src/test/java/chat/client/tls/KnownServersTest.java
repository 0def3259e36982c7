package chat.client.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.net.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownServersTest {
    private static final Fingerprint ONE = new Fingerprint("SHA256:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE");
    private static final Fingerprint TWO = new Fingerprint("SHA256:vyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE");

    @TempDir
    private Path home;

    private Path file;
    private KnownServers known;

    @BeforeEach
    void begin() {
        file = home.resolve(".local/state/chat-client/known-servers");
        known = KnownServers.of(Map.of(), home);
    }

    @Test
    void shouldKnowNobodyAtFirst() throws IOException {
        assertThat(known.key("localhost:8443")).isEmpty();
        assertThat(known.wasVouchedFor("localhost:8443")).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldRememberKeysForItsOwnerAlone() throws IOException {
        known.remember("localhost:8443", ONE);
        known.remember("[::1]:8443", TWO);
        assertThat(known.key("LOCALHOST:8443")).contains(ONE);
        assertThat(known.key("[::1]:8443")).contains(TWO);
        assertThat(known.key("localhost:8444")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file)).containsExactly("localhost:8443 " + ONE, "[::1]:8443 " + TWO);
    }

    @Test
    void shouldRememberThatAnAuthorityVouched() throws IOException {
        known.rememberAuthority("chat.example.org:8443");
        assertThat(known.wasVouchedFor("chat.example.org:8443")).isTrue();
        assertThat(known.key("chat.example.org:8443")).isEmpty();
    }

    @Test
    void shouldTakeTheLastWord() throws IOException {
        known.remember("localhost:8443", ONE);
        known.remember("localhost:8443", TWO);
        assertThat(known.key("localhost:8443")).contains(TWO);
    }

    @Test
    void shouldPassOverWhatItDoesNotUnderstand() throws IOException {
        known.remember("localhost:8443", ONE);
        Files.writeString(file, Files.readString(file) + "# mine\n\nlocalhost:8443\nlocalhost:8443 a b\n");
        assertThat(known.key("localhost:8443")).contains(ONE);
    }

    @Test
    void shouldNotTakeAKnownServerForANewOneWhenTheFileIsDamaged() throws IOException {
        known.remember("localhost:8443", ONE);
        for (byte[] damage : new byte[][] {"localhost:8443 SHA256:wyj\n".getBytes(UTF_8), {(byte) 0xff, '\n'}}) {
            Files.write(file, damage);
            assertThatThrownBy(() -> known.key("localhost:8443"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " is damaged (expected: ");
        }
    }

    @Test
    void shouldFollowXdg() {
        assertThat(KnownServers.of(Map.of("XDG_STATE_HOME", "/state"), home))
                .hasToString("/state/chat-client/known-servers");
    }
}
