package chat.client.tls;

import chat.common.net.Fingerprint;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server is the one that is meant. It is if, in this order, its key is the one that was asked for; an
 * authority that was named vouches for it and its name; its key is the one remembered; or an authority that this system
 * trusts vouches for it and its name. There is no way to leave this out.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private final String place;
    private final @Nullable Fingerprint expected;
    private final @Nullable String authoritiesFile;
    private final X509ExtendedTrustManager authorities;
    private final KnownServers known;
    private volatile boolean attended;
    private volatile boolean knewTheKey;

    /** Whether an authority vouches; it checks the name, too. */
    private interface Vouching {
        void check() throws CertificateException;
    }

    ServerTrust(
            String place,
            @Nullable Fingerprint expected,
            @Nullable String authoritiesFile,
            X509ExtendedTrustManager authorities,
            KnownServers known) {
        this.place = place;
        this.expected = expected;
        this.authoritiesFile = authoritiesFile;
        this.authorities = authorities;
        this.known = known;
    }

    /** Somebody at a terminal is asked about strangers whenever the client starts. */
    void isAttended() {
        attended = true;
    }

    /** Whether it was the key by which the server was known the last time. */
    boolean knewTheKey() {
        return knewTheKey;
    }

    private void check(X509Certificate[] chain, Vouching vouching) throws CertificateException {
        Fingerprint shown = Fingerprint.of(chain[0].getPublicKey());
        if (expected != null) {
            if (!shown.equals(expected)) {
                throw StrangerException.other(shown, expected);
            }
            knewTheKey = true;
            return;
        }
        Fingerprint remembered = authoritiesFile == null ? remembered() : null;
        if (shown.equals(remembered)) {
            knewTheKey = true;
            return;
        }
        try {
            vouching.check();
            knewTheKey = false;
        } catch (CertificateException e) {
            throw stranger(shown, remembered, why(e));
        }
    }

    private StrangerException stranger(Fingerprint shown, @Nullable Fingerprint remembered, String why)
            throws CertificateException {
        if (authoritiesFile != null) {
            return StrangerException.unvouched(shown, why, authoritiesFile);
        }
        if (remembered != null) {
            return StrangerException.changed(shown, remembered, known.toString());
        }
        return wasVouchedFor()
                ? StrangerException.fallen(shown, why, known.toString())
                : StrangerException.unknown(shown, why, attended);
    }

    private @Nullable Fingerprint remembered() throws CertificateException {
        try {
            return known.key(place).orElse(null);
        } catch (IOException e) {
            throw StrangerException.unreadable(e.getMessage());
        }
    }

    private boolean wasVouchedFor() throws CertificateException {
        try {
            return known.wasVouchedFor(place);
        } catch (IOException e) {
            throw StrangerException.unreadable(e.getMessage());
        }
    }

    private static String why(CertificateException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("PKIX path building") || message.contains("signature check failed")) {
            return "its certificate is signed by itself or by somebody unknown";
        }
        if (message.contains("validity check failed")) {
            return "its certificate has expired, or is not valid yet";
        }
        if (message.contains("subject alternative") || message.startsWith("No name matching")) {
            return "its certificate is for another name";
        }
        return innermost(e);
    }

    /** What is around it are names of classes. */
    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? "its certificate cannot be checked" : message;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> authorities.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> authorities.checkServerTrusted(chain, type, socket));
    }

    /** Without a connection nobody could check the name. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no connection to check");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
