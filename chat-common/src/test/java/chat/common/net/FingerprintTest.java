package chat.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    /** Made by openssl, as is its fingerprint. */
    private static final String KEY = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAElxUEKXPvDBSFPvGP8CI6mFBdqZKr7jvfqM39VuSB"
            + "udhVuJpj4AJhLB0MAJpPiPBsJiA2ZtI31ZQGC8HUpwqhiQ==";

    private static final String TEXT = "SHA256:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE";

    @Test
    void shouldBeTheOneThatOpensslShows() throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(KEY)));
        assertThat(Fingerprint.of(key)).hasToString(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, TEXT + "=", " " + TEXT + "\n"})
    void shouldReadWhatIsCopied(String text) {
        assertThat(Fingerprint.parse(text)).contains(new Fingerprint(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "SHA256:", "MD5:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE", TEXT + "A"})
    void shouldNotTakeAnythingElse(String text) {
        assertThat(Fingerprint.parse(text)).isEmpty();
    }
}
