package chat.common.net;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people compare to know whether a server is the one they mean: the SHA-256 of its public key, written as ssh does.
 * It stays the same when a certificate is renewed for the same key.
 *
 * @param text {@code SHA256:} and 43 characters of Base64
 */
public record Fingerprint(String text) {
    private static final String PREFIX = "SHA256:";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9+/]{43}");

    /**
     * The fingerprint of a key.
     *
     * @param key whose
     * @return its fingerprint
     */
    public static Fingerprint of(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new Fingerprint(PREFIX + Base64.getEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /**
     * Reads one that somebody typed or kept.
     *
     * @param text with or without the padding at its end
     * @return the fingerprint; empty if it is none
     */
    public static Optional<Fingerprint> parse(String text) {
        String bare = text.trim().replaceFirst("=$", "");
        return FORM.matcher(bare).matches() ? Optional.of(new Fingerprint(bare)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
