package chat.server.doctor;

import chat.server.net.tls.IdentityException;
import chat.server.net.tls.IdentityFiles;
import chat.server.net.tls.Validity;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The certificate and its key. */
public final class CertificateChecks {
    private static final Duration SOON = Duration.ofDays(14);

    private CertificateChecks() {}

    /**
     * Looks at them.
     *
     * @param files where they are
     * @param selfSigned whether the server makes them if they are missing
     * @param now the time
     * @return what came out
     */
    public static List<Finding> of(IdentityFiles files, boolean selfSigned, Instant now) {
        if (selfSigned && !Files.exists(files.certificate()) && !Files.exists(files.key())) {
            return List.of(Finding.ok("certificate: is made at the first start, in " + files.certificate()));
        }
        try {
            return List.of(of(files, Validity.of(files), now));
        } catch (IdentityException e) {
            return List.of(Finding.fail(
                    "certificate: " + e.getMessage(), "put a certificate and its key there which this user may read"));
        }
    }

    private static Finding of(IdentityFiles files, Validity validity, Instant now) {
        String what = "certificate " + files.certificate() + ": valid from " + validity.from() + " until "
                + validity.until() + ", key " + validity.fingerprint();
        if (now.isBefore(validity.from())) {
            return Finding.fail(what, "it is not valid yet: look at this machine's clock, or wait");
        }
        if (!now.isBefore(validity.until())) {
            return Finding.fail(what, "it has expired: renew it");
        }
        if (now.plus(SOON).isAfter(validity.until())) {
            return Finding.warn(what, "renew it; a running server takes the new one by itself");
        }
        return Finding.ok(what);
    }
}
