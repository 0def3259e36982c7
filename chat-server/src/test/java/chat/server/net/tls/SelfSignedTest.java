package chat.server.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfSignedTest {
    @TempDir
    private Path folder;

    private IdentityFiles files;

    @BeforeEach
    void choose() {
        files = Identities.in(folder.resolve("new"));
    }

    @Test
    void shouldMakeACertificateThatJavaTakes() throws IOException, GeneralSecurityException {
        assertThat(new SelfSigned().make(files, Identities.NOW)).isTrue();
        Identity identity = Identity.of(files.read());
        X509Certificate certificate = identity.chain()[0];
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSerialNumber()).isPositive();
        assertThat(certificate.getSubjectX500Principal()).hasToString("CN=ClientMessageSystem");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getSubjectAlternativeNames())
                .contains(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(identity.validFrom()).isEqualTo(Identities.NOW.minus(Duration.ofDays(1)));
        assertThat(identity.validUntil()).isEqualTo(Identities.NOW.plus(Duration.ofDays(3650)));
    }

    @Test
    void shouldLetNobodyElseReadTheKey() throws IOException {
        new SelfSigned().make(files, Identities.NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldKeepWhatItHasMade() throws IOException {
        new SelfSigned().make(files, Identities.NOW);
        IdentityFiles.Content before = files.read();
        assertThat(new SelfSigned().make(files, Identities.NOW)).isFalse();
        assertThat(files.read()).isEqualTo(before);
    }

    @Test
    void shouldSayThatAFileIsInTheWayOfTheFolder() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("new"), "");
        assertThatThrownBy(() -> new SelfSigned().make(files, Identities.NOW))
                .isInstanceOf(IdentityException.class)
                .hasMessage("cannot make the folder " + inTheWay + ": " + inTheWay + " is a file");
    }

    @Test
    void shouldNotReplaceHalfOfAPair() throws IOException {
        new SelfSigned().make(files, Identities.NOW);
        Files.delete(files.key());
        assertThatThrownBy(() -> new SelfSigned().make(files, Identities.NOW))
                .isInstanceOf(IdentityException.class)
                .hasMessageStartingWith(files.key() + " is missing (expected: ");
        assertThat(files.key()).doesNotExist();
    }

    @Test
    void shouldMakeAnotherKeyEachTime() throws IOException {
        new SelfSigned().make(files, Identities.NOW);
        IdentityFiles others = Identities.in(folder.resolve("other"));
        new SelfSigned().make(others, Identities.NOW);
        assertThat(Identity.of(others.read()).fingerprint())
                .isNotEqualTo(Identity.of(files.read()).fingerprint());
    }
}
