package chat.server.room;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The keys of locked rooms: {@value #LETTERS} letters and digits with 80 random bits, easy to read to somebody. A room
 * remembers only a digest of its key, so that nobody learns it who reads the server's files; with so many random bits a
 * plain digest cannot be turned back. Any thread.
 */
public final class RoomKey {
    /** How long a key is. */
    static final int LETTERS = 16;

    /** Five bits each; without what is easily taken for another: i, l, o and u. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RoomKey() {}

    /** A key that nobody else has. */
    public static String random() {
        StringBuilder key = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }

    /**
     * What a room remembers of its key.
     *
     * @param key as somebody types it
     * @return see {@link RoomState#key}
     */
    public static String lock(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(key.toLowerCase(Locale.ROOT).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a key fits. How long that takes tells nothing about the right one. */
    static boolean opens(String key, String lock) {
        return MessageDigest.isEqual(lock(key).getBytes(US_ASCII), lock.getBytes(US_ASCII));
    }
}
