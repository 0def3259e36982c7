package chat.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.common.net.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void shouldPassOverWhatIsAboutNobodyOrOthers() throws IOException {
        known.remember("localhost:8443", ONE);
        Files.writeString(file, Files.readString(file) + "# localhost:8443 is mine\n\nexample.org:1\nsoon\n");
        assertThat(known.key("localhost:8443")).contains(ONE);
    }

    @Test
    void shouldBeginALineOfItsOwnAfterAHandEdit() throws IOException {
        known.remember("localhost:8443", ONE);
        Files.writeString(file, Files.readString(file).strip());
        known.remember("localhost:8444", TWO);
        assertThat(known.key("localhost:8443")).contains(ONE);
        assertThat(known.key("localhost:8444")).contains(TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8443",
                "localhost:8443 SHA256:wyj",
                "LOCALHOST:8443 authority and more",
                "example.org:1 SHA256:wyjlocalhost:8443 authority",
                "example.org:1 authoritylocalhost:8443"
            })
    void shouldNotTakeAServerForANewOneWhenItsLineIsDamaged(String line) throws IOException {
        known.remember("localhost:8443", ONE);
        Files.writeString(file, "# mine\n" + line + "\n");
        assertThatThrownBy(() -> known.key("localhost:8443"))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 2, is damaged (expected: lines like localhost:8443 SHA256:...). Mend or"
                        + " delete that line");
        assertThat(known.key("localhost:8445")).isEmpty();
    }

    @Test
    void shouldNotTakeAKnownServerForANewOneWhenTheFileIsNoText() throws IOException {
        known.remember("localhost:8443", ONE);
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        assertThatThrownBy(() -> known.key("localhost:8443"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is damaged (expected: ");
    }

    @Test
    void shouldLetManyClientsBeginAtOnce() throws Exception {
        for (int round = 0; round < 50; round++) {
            Files.deleteIfExists(file);
            CyclicBarrier start = new CyclicBarrier(2);
            Callable<Void> client = () -> {
                start.await();
                known.rememberAuthority("localhost:8443");
                return null;
            };
            ExecutorService clients = Executors.newFixedThreadPool(2);
            try {
                for (Future<Void> done : clients.invokeAll(List.of(client, client))) {
                    done.get();
                }
            } finally {
                clients.shutdown();
            }
            assertThat(Files.readAllLines(file)).hasSize(2).containsOnly("localhost:8443 authority");
        }
    }

    @Test
    void shouldFollowXdg() {
        assertThat(KnownServers.of(Map.of("XDG_STATE_HOME", "/state"), home))
                .hasToString("/state/chat-client/known-servers");
    }
}
