package chat.server.net.tls;

import chat.common.net.Fingerprint;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whom the server says it is, and how it proves that: a certificate, those of its issuers, and the key. Immutable. */
final class Identity {
    private static final byte[] SAMPLE = {'c', 'h', 'a', 't'};

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private Identity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /** Takes what two files hold. Fails unless they belong together. */
    static Identity of(IdentityFiles.Content content) throws IdentityException {
        List<X509Certificate> chain = certificates(Pem.read(content.certificate()));
        PrivateKey key = PrivateKeys.first(content.key());
        if (!fits(key, chain.get(0).getPublicKey())) {
            throw new IdentityException("the key is not that of the (first) certificate");
        }
        return new Identity(chain, key);
    }

    private static List<X509Certificate> certificates(List<Pem.Block> blocks) throws IdentityException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            for (Pem.Block block : blocks) {
                if (block.label().equals("CERTIFICATE")) {
                    chain.add((X509Certificate) x509.generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
        } catch (CertificateException e) {
            throw new IdentityException("the certificate is damaged", e);
        }
        if (chain.isEmpty()) {
            throw new IdentityException("there is no certificate in it (expected: PEM, -----BEGIN CERTIFICATE-----)");
        }
        return chain;
    }

    /** Whether what one key signs the other one accepts. */
    private static boolean fits(PrivateKey secret, PublicKey known) throws IdentityException {
        String algorithm = switch (secret.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
        if (!secret.getAlgorithm().equals(known.getAlgorithm())) {
            return false;
        }
        try {
            Signature sign = Signature.getInstance(algorithm);
            sign.initSign(secret);
            sign.update(SAMPLE);
            byte[] signature = sign.sign();
            sign.initVerify(known);
            sign.update(SAMPLE);
            return sign.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    X509Certificate[] chain() {
        return chain.toArray(X509Certificate[]::new);
    }

    PrivateKey key() {
        return key;
    }

    Instant validFrom() {
        return chain.get(0).getNotBefore().toInstant();
    }

    Instant validUntil() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** What clients show and remember of it. */
    Fingerprint fingerprint() {
        return Fingerprint.of(chain.get(0).getPublicKey());
    }
}
