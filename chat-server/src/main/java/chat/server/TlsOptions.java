package chat.server;

import chat.server.net.tls.IdentityFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags about encryption. */
final class TlsOptions {
    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description = "Listen for TLS on this port, too; 0 picks a free one. Default: none.")
    private @Nullable Integer port;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "The server's certificate and those of its issuers, in PEM. Read again when it changes.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The private key of the certificate, in PEM, unencrypted. Read again when it changes.")
    private @Nullable Path key;

    @Option(
            names = "--tls-self-signed",
            description = "Make key and certificate if they are missing, and keep them: in the files of --tls-cert and"
                    + " --tls-key, or else in ~/.local/state/chat-server.")
    private boolean selfSigned;

    @Option(names = "--no-plain", description = "Do not listen for plain text: TLS only.")
    private boolean noPlain;

    /**
     * What the flags say.
     *
     * @return how to speak TLS; empty if not at all
     * @throws IllegalArgumentException if they do not fit together
     */
    Optional<TlsConfig> config() {
        if (port == null) {
            return withoutPort();
        }
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException((key == null ? "tls-key" : "tls-cert")
                    + ": is missing (expected: both --tls-cert and --tls-key, or neither)");
        }
        if (certificate != null && key != null) {
            return Optional.of(new TlsConfig(port, new IdentityFiles(certificate, key), selfSigned, !noPlain));
        }
        if (!selfSigned) {
            throw new IllegalArgumentException(
                    "tls-port: needs a certificate (expected: --tls-cert and --tls-key, or --tls-self-signed)");
        }
        Path folder = folder();
        IdentityFiles files = new IdentityFiles(folder.resolve("tls-cert.pem"), folder.resolve("tls-key.pem"));
        return Optional.of(new TlsConfig(port, files, true, !noPlain));
    }

    private Optional<TlsConfig> withoutPort() {
        if (certificate != null || key != null || selfSigned || noPlain) {
            throw new IllegalArgumentException(
                    "tls-port: is missing (expected: --tls-port PORT with the other TLS flags)");
        }
        return Optional.empty();
    }

    private static Path folder() {
        String state = System.getenv("XDG_STATE_HOME");
        return state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state", "chat-server")
                : Path.of(state, "chat-server");
    }
}
