package chat.client.tls;

import chat.common.net.Fingerprint;
import chat.common.net.TlsProfile;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** TLS to one server. Thread-safe. */
public final class Encryption {
    private final String host;
    private final int port;
    private final boolean explicit;
    private final boolean pinned;
    private final KnownServers known;
    private final ServerTrust trust;
    private final SslContext context;

    /**
     * How a person wants to know that the server is the right one.
     *
     * @param fingerprint the server's key is this one; null to leave that open
     * @param authorities a file of certificates, one of which has to vouch for the server; null for those that this
     *     system trusts
     */
    public record Choice(
            @Nullable Fingerprint fingerprint, @Nullable Path authorities) {}

    private Encryption(
            String host, int port, Choice choice, KnownServers known, ServerTrust trust, SslContext context) {
        this.host = host;
        this.port = port;
        this.explicit = choice.fingerprint() != null || choice.authorities() != null;
        this.pinned = choice.fingerprint() != null;
        this.known = known;
        this.trust = trust;
        this.context = context;
    }

    /**
     * Prepares TLS.
     *
     * @param host the server's name or address
     * @param port its port
     * @param choice how to know it
     * @param known the servers met before
     * @return TLS to that server
     * @throws IOException if the authorities cannot be read; the message is half a sentence
     */
    public static Encryption to(String host, int port, Choice choice, KnownServers known) throws IOException {
        Path file = choice.authorities();
        ServerTrust trust = new ServerTrust(
                place(host, port),
                choice.fingerprint(),
                file == null ? null : file.toString(),
                file == null ? Authorities.ofThisSystem() : Authorities.in(file),
                known);
        try {
            SslContext context = TlsProfile.apply(SslContextBuilder.forClient())
                    .trustManager(trust)
                    .endpointIdentificationAlgorithm("HTTPS") // the name is checked
                    .build();
            return new Encryption(host, port, choice, known, trust, context);
        } catch (SSLException e) {
            throw new IOException("this Java cannot speak TLS: " + e.getMessage(), e);
        }
    }

    private static String place(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /**
     * TLS for one connection.
     *
     * @param allocator the channel's
     * @return a handler for the channel's pipeline
     */
    public SslHandler newHandler(ByteBufAllocator allocator) {
        return context.newHandler(allocator, host, port);
    }

    /** How well the last connection was protected, in the few words of a status line. */
    public String words() {
        return pinned || trust.knewTheKey() ? "TLS, known key" : "TLS";
    }

    /** Whether nothing is known of the server, and nobody has said how to know it. */
    boolean isFirstTime() throws IOException {
        return !explicit && known.key(place()).isEmpty() && !known.wasVouchedFor(place());
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    String place() {
        return place(host, port);
    }

    KnownServers known() {
        return known;
    }

    ServerTrust trust() {
        return trust;
    }
}
