package chat.server.net.tls;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Certificates for tests. */
final class Identities {
    static final Instant NOW = Instant.parse("2026-11-22T10:31:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Identities() {}

    static X509Bundle ofKind(CertificateBuilder.Algorithm algorithm) {
        return build(builder().algorithm(algorithm));
    }

    static X509Bundle valid() {
        return build(builder().ecp256());
    }

    static X509Bundle expired() {
        return build(
                builder().ecp256().notBefore(NOW.minus(Duration.ofDays(2))).notAfter(NOW.minus(Duration.ofDays(1))));
    }

    static X509Bundle between(Instant from, Instant until) {
        return build(builder().ecp256().notBefore(from).notAfter(until));
    }

    private static CertificateBuilder builder() {
        return new CertificateBuilder()
                .subject("CN=chat.example.org")
                .notBefore(NOW.minus(Duration.ofDays(1)))
                .notAfter(NOW.plus(Duration.ofDays(90)));
    }

    private static X509Bundle build(CertificateBuilder builder) {
        try {
            return builder.setIsCertificateAuthority(true).buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static IdentityFiles in(Path folder) {
        return new IdentityFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    }

    static IdentityFiles write(Path folder, X509Bundle bundle) throws IOException {
        IdentityFiles files = in(folder);
        replace(files.certificate(), bundle.getCertificatePathPEM());
        replace(files.key(), bundle.getPrivateKeyPEM());
        return files;
    }

    /** As programs do that know how: whoever reads it finds the old or the new content. */
    static void replace(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
