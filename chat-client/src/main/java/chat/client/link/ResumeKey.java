package chat.client.link;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret that servers know a link by over all its connections, and how many of these there were. */
final class ResumeKey {
    private static final int BYTES = 16;

    private final String secret;
    private long connections;

    /** Makes one that nobody can guess: 128 random bits. */
    ResumeKey() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        secret = HexFormat.of().formatHex(bits);
    }

    /**
     * The command that presents it on the next connection. The number grows, so that a connection that was given up, and
     * whose words come late, does not end the one that came after it.
     */
    String command() {
        connections++;
        return "/resume " + secret + " " + connections;
    }
}
