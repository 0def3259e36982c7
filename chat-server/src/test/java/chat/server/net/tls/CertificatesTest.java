package chat.server.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import chat.common.net.Fingerprint;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("reads the log")
class CertificatesTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Certificates.class);
    private static final Logger LOG_OF_EXPIRY = (Logger) LoggerFactory.getLogger(Expiry.class);

    @TempDir
    private Path folder;

    private final X509Bundle first = Identities.valid();
    private final X509Bundle second = Identities.valid();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Identities.NOW);
    private Certificates certificates;

    @BeforeEach
    void serve() throws IOException {
        certificates = Certificates.read(Identities.write(folder, first), Identities.CLOCK);
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(log);
        certificates.close();
    }

    @Test
    void shouldServeANewPairSoonAfterTheFilesHaveChanged() throws IOException {
        assertServing(first);
        Identities.write(folder, second);
        look();
        assertServing(second);
        assertThat(lines()).singleElement().asString().startsWith("New connections see the new TLS certificate,");
        look();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void shouldSayNothingWhileNothingChanges() {
        look();
        look();
        assertServing(first);
        assertThat(lines()).isEmpty();
    }

    @Test
    void shouldFollowLinksThatAreTurnedToAnotherFolder() throws IOException {
        Path live = Files.createDirectory(folder.resolve("live"));
        Path one = Files.createDirectory(folder.resolve("1"));
        Path two = Files.createDirectory(folder.resolve("2"));
        Identities.write(one, first);
        Identities.write(two, second);
        IdentityFiles files = Identities.in(live);
        Files.createSymbolicLink(files.certificate(), one.resolve("cert.pem"));
        Files.createSymbolicLink(files.key(), one.resolve("key.pem"));
        certificates.close();
        certificates = Certificates.read(files, Identities.CLOCK);
        for (Path link : List.of(files.certificate(), files.key())) {
            Path next = Files.createSymbolicLink(live.resolve("next"), two.resolve(link.getFileName()));
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            certificates.look(); // between the two of them, too
        }
        look();
        assertServing(second);
        assertThat(lines()).as("no word about the moment in between").hasSize(1);
    }

    @Test
    void shouldServeOnWhenTheNewKeyIsAnotherOnes() throws IOException {
        Identities.replace(folder.resolve("key.pem"), second.getPrivateKeyPEM());
        assertRefused("the key is not that of the (first) certificate");
        Identities.write(folder, second);
        look();
        assertServing(second);
    }

    @Test
    void shouldServeOnWhenTheNewCertificateIsGarbage() throws IOException {
        Identities.replace(folder.resolve("cert.pem"), "soon\n");
        assertRefused("there is no certificate in it (expected: PEM, -----BEGIN CERTIFICATE-----)");
        Identities.replace(
                folder.resolve("cert.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        look();
        assertThat(lines()).hasSize(2).last().asString().contains("the certificate is damaged");
        assertServing(first);
    }

    @Test
    void shouldServeOnWhenTheNewCertificateHasExpired() throws IOException {
        Identities.write(folder, Identities.expired());
        assertRefused("it is valid from 2026-11-20T10:31:00Z until 2026-11-21T10:31:00Z, and now it is "
                + Identities.CLOCK.instant());
    }

    @Test
    void shouldServeOnWhenAFileIsGone() throws IOException {
        Files.delete(folder.resolve("key.pem"));
        assertRefused("there is no file " + folder.resolve("key.pem"));
    }

    @Test
    void shouldNotBeginWithoutAPairThatFits() throws IOException {
        Identities.replace(folder.resolve("key.pem"), second.getPrivateKeyPEM());
        assertThatThrownBy(() -> Certificates.read(Identities.in(folder), Identities.CLOCK))
                .isInstanceOf(IdentityException.class)
                .hasMessage("the key is not that of the (first) certificate");
    }

    @Test
    void shouldNotBeginWithAnExpiredCertificate() throws IOException {
        IdentityFiles expired = Identities.write(folder, Identities.expired());
        assertThatThrownBy(() -> Certificates.read(expired, Identities.CLOCK))
                .isInstanceOf(IdentityException.class)
                .hasMessageStartingWith("it is valid from 2026-11-20T10:31:00Z until 2026-11-21T10:31:00Z");
    }

    @Test
    void shouldSayThatAllIsWellWhenAMissingFileIsBack() throws IOException {
        Path away = Files.move(folder.resolve("key.pem"), folder.resolve("away"));
        look();
        Files.move(away, folder.resolve("key.pem"));
        look();
        assertServing(first);
        assertThat(lines())
                .hasSize(2)
                .last()
                .isEqualTo("The TLS certificate in " + folder.resolve("cert.pem") + " is in order again");
    }

    @Test
    void shouldServeAPairThatIsNotValidYetWhenItsTimeComes() throws IOException {
        X509Bundle early =
                Identities.between(Identities.NOW.plus(Duration.ofHours(1)), Identities.NOW.plus(Duration.ofDays(30)));
        serveAt(Identities.NOW);
        Identities.write(folder, early);
        look();
        now.set(Identities.NOW.plusSeconds(60));
        look();
        assertServing(first);
        assertThat(lines()).singleElement().asString().contains(" cannot be used: it is valid from ");
        now.set(Identities.NOW.plus(Duration.ofHours(1)));
        certificates.look();
        assertServing(early);
        assertThat(lines()).hasSize(2).last().asString().startsWith("New connections see the new TLS certificate,");
    }

    @Test
    void shouldWarnOnceEachWhileTheEndComesNearer() throws IOException {
        Instant end = certificates.validUntil();
        serveAt(end.minus(Duration.ofDays(15)));
        LOG_OF_EXPIRY.addAppender(log);
        for (int hours = 15 * 24; hours >= -48; hours--) {
            now.set(end.minus(Duration.ofHours(hours)));
            certificates.look();
        }
        LOG_OF_EXPIRY.detachAppender(log);
        assertThat(log.list).allMatch(line -> line.getLevel() == Level.WARN);
        String which = "The TLS certificate in " + folder.resolve("cert.pem");
        assertThat(lines())
                .containsExactly(
                        which + " ends in 14 days, on " + end
                                + ". Renew it in time; the server takes the new files without a restart",
                        which + " ends in 3 days, on " + end
                                + ". Renew it in time; the server takes the new files without a restart",
                        which + " has expired on " + end
                                + ", and clients refuse it. Put a new one and its key there; the server takes them"
                                + " without a restart");
    }

    private void serveAt(Instant time) throws IOException {
        now.set(time);
        certificates.close();
        certificates = Certificates.read(Identities.in(folder), new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void assertRefused(String why) {
        look();
        look();
        assertServing(first);
        assertThat(lines())
                .singleElement()
                .asString()
                .isEqualTo("The TLS certificate in " + folder.resolve("cert.pem") + " cannot be used: " + why
                        + ". The one before serves on; it is valid until 2027-02-20T10:31:00Z");
    }

    private void look() {
        certificates.look();
        certificates.look();
    }

    private void assertServing(X509Bundle bundle) {
        assertThat(certificates.fingerprint())
                .isEqualTo(Fingerprint.of(bundle.getCertificate().getPublicKey()));
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
