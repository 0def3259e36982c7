package chat.client.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for servers. */
final class Authorities {
    private Authorities() {}

    /** Those that this system trusts. */
    static X509ExtendedTrustManager ofThisSystem() {
        try {
            return checking(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot check certificates", e);
        }
    }

    /**
     * Those in a file, and nobody else.
     *
     * @param file certificates in PEM
     * @throws IOException if there are none; the message is half a sentence
     */
    static X509ExtendedTrustManager in(Path file) throws IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority " + store.size(), one);
            }
            if (store.size() == 0) {
                throw new IOException("there is no certificate in it");
            }
            return checking(store);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("this user may not read it", e);
        } catch (CertificateException e) {
            throw new IOException("it holds no certificates in PEM", e);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot check certificates", e);
        }
    }

    private static X509ExtendedTrustManager checking(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager checking) {
                return checking;
            }
        }
        throw new GeneralSecurityException("no X509ExtendedTrustManager");
    }
}
