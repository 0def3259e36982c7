package chat.client.link;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes what nobody can guess. */
final class Secrets {
    private static final int KEY_BYTES = 16;

    private Secrets() {}

    /** A new key for {@code /resume}: 128 random bits in 32 characters. */
    static String key() {
        byte[] bits = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
