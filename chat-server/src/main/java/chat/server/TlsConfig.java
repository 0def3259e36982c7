package chat.server;

import chat.server.net.tls.IdentityFiles;

/**
 * How a server is to speak TLS.
 *
 * @param port the port to listen on; 0 for any free one
 * @param files where certificate and key are
 * @param selfSigned whether to make them if they are missing
 * @param plainToo whether the port of plain text is open as well
 */
public record TlsConfig(int port, IdentityFiles files, boolean selfSigned, boolean plainToo) {
    /** Checks the values. */
    public TlsConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("tls-port: " + port + " (expected: 0 to 65535)");
        }
    }
}
