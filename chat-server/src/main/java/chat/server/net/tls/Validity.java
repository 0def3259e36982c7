package chat.server.net.tls;

import chat.common.net.Fingerprint;
import java.time.Instant;

/**
 * What a certificate is, whether or not its time has come.
 *
 * @param from when that begins
 * @param until when that ends
 * @param fingerprint of its key
 */
public record Validity(Instant from, Instant until, Fingerprint fingerprint) {
    /**
     * Reads a certificate and its key once.
     *
     * @param files where they are
     * @return when it is valid
     * @throws IdentityException if they cannot be read, or do not belong together
     */
    public static Validity of(IdentityFiles files) throws IdentityException {
        Identity identity = Identity.of(files.read());
        return new Validity(identity.validFrom(), identity.validUntil(), identity.fingerprint());
    }
}
