package chat.common.net;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.util.List;

/** The TLS that server and client speak: 1.3 and 1.2, with forward secrecy and authenticated encryption only. */
public final class TlsProfile {
    /** The versions, the best first. */
    public static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    /** The cipher suites, the best first; those that a Java does not know are left out. */
    public static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /**
     * Java lets a client of TLS 1.2 ask for new handshakes in the middle of a connection, as often as it likes. Nobody
     * needs that, and it costs the server far more than the client. Read once, before the first handshake.
     */
    private static final String NO_NEW_HANDSHAKES = "jdk.tls.rejectClientInitiatedRenegotiation";

    static {
        if (System.getProperty(NO_NEW_HANDSHAKES) == null) {
            System.setProperty(NO_NEW_HANDSHAKES, "true");
        }
    }

    private TlsProfile() {}

    /**
     * Sets versions and ciphers, and Java's own TLS.
     *
     * @param builder of a server's or a client's context
     * @return the builder
     */
    public static SslContextBuilder apply(SslContextBuilder builder) {
        return builder.sslProvider(SslProvider.JDK)
                .protocols(VERSIONS)
                .ciphers(CIPHERS, SupportedCipherSuiteFilter.INSTANCE);
    }
}
