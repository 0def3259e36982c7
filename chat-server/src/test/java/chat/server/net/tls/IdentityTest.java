package chat.server.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder.Algorithm;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityTest {
    @ParameterizedTest
    @EnumSource(names = {"ecp256", "ecp384", "rsa2048", "ed25519"})
    void shouldReadKeysOfPkcs8(Algorithm algorithm) throws IdentityException {
        X509Bundle bundle = Identities.ofKind(algorithm);
        Identity identity = identity(bundle.getCertificatePathPEM(), bundle.getPrivateKeyPEM());
        assertThat(identity.key().getEncoded())
                .isEqualTo(bundle.getKeyPair().getPrivate().getEncoded());
        assertThat(identity.chain()).containsExactly(bundle.getCertificate());
    }

    @Test
    void shouldReadRsaKeysOfOldOpenssl() throws IOException {
        X509Bundle bundle = Identities.ofKind(Algorithm.rsa2048);
        byte[] old = PrivateKeyInfo.getInstance(bundle.getKeyPair().getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        Identity identity = identity(bundle.getCertificatePathPEM(), Pem.write(new Pem.Block("RSA PRIVATE KEY", old)));
        assertThat(identity.chain()).hasSize(1);
    }

    @Test
    void shouldReadEcKeysOfAcmeSh() throws IOException {
        X509Bundle bundle = Identities.valid();
        ECPrivateKey key = (ECPrivateKey) bundle.getKeyPair().getPrivate();
        byte[] old = new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), X9ObjectIdentifiers.prime256v1)
                .getEncoded();
        String parameters = Pem.write(new Pem.Block("EC PARAMETERS", X9ObjectIdentifiers.prime256v1.getEncoded()));
        Identity identity =
                identity(bundle.getCertificatePathPEM(), parameters + Pem.write(new Pem.Block("EC PRIVATE KEY", old)));
        assertThat(((ECPrivateKey) identity.key()).getS()).isEqualTo(key.getS());
    }

    @Test
    void shouldReadBothFromOneFileWithRemarks() throws IdentityException {
        X509Bundle bundle = Identities.valid();
        String file = "subject=chat.example.org\r\n" + bundle.getPrivateKeyPEM().replace("\n", "\r\n") + "\r\n# and\r\n"
                + bundle.getCertificatePathPEM();
        assertThat(identity(file, file).chain()).containsExactly(bundle.getCertificate());
    }

    @Test
    void shouldSayHowAKeyIsDecrypted() {
        String key = Pem.write(new Pem.Block("ENCRYPTED PRIVATE KEY", new byte[64]));
        String old = Pem.write(new Pem.Block("RSA PRIVATE KEY", new byte[64]))
                .replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,2D9944969E9BA4AB\n\n");
        for (String each : new String[] {key, old}) {
            assertThatThrownBy(() -> identity(Identities.valid().getCertificatePathPEM(), each))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("is encrypted")
                    .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ecp256", "rsa2048", "ed25519"})
    void shouldNotTakeAKeyForAnotherOnes(Algorithm algorithm) {
        String certificate = Identities.valid().getCertificatePathPEM();
        String key = Identities.ofKind(algorithm).getPrivateKeyPEM();
        assertThatThrownBy(() -> identity(certificate, key))
                .isInstanceOf(IdentityException.class)
                .hasMessage("the key is not that of the (first) certificate");
    }

    @Test
    void shouldSayThatAKeyIsDamaged() {
        String certificate = Identities.valid().getCertificatePathPEM();
        for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
            String key = Pem.write(new Pem.Block(label, new byte[] {0x30, (byte) 0x84, 127, 1, 1, 1, 2}));
            assertThatThrownBy(() -> identity(certificate, key))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("the key is damaged");
        }
    }

    private static Identity identity(String certificate, String key) throws IdentityException {
        return Identity.of(new IdentityFiles.Content(certificate, key));
    }
}
