package chat.server.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id (RFC 9106), written as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. A
 * hash takes tens of milliseconds and as much memory as it says, so no event loop may ask for one. Thread-safe.
 */
final class Argon2 {
    /** What a hash costs from now on: 19 MiB, as OWASP advises for one that is made in passing. */
    static final Cost COST = new Cost(19_456, 2, 1);

    /** What a hash in the file may ask for at most: a file that somebody has meddled with must not take all memory. */
    private static final Cost MOST = new Cost(1 << 18, 16, 4);

    /** Used again for the next hash: 19 MiB of new objects for each would keep the garbage collector in everybody's way. */
    private static final Argon2BytesGenerator.BlockPool MEMORY =
            new Argon2BytesGenerator.FixedBlockPool(COST.kibibytes());

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final SecureRandom random = new SecureRandom();
    private final Cost cost;

    /** Hashes at today's cost. */
    Argon2() {
        this(COST);
    }

    /** Hashes at another cost. */
    Argon2(Cost cost) {
        this.cost = cost;
    }

    /**
     * What a hash costs.
     *
     * @param kibibytes of memory
     * @param passes over it
     * @param lanes that could be made at once
     */
    record Cost(int kibibytes, int passes, int lanes) {
        private boolean isWithin(Cost most) {
            return lanes >= 1
                    && lanes <= most.lanes
                    && passes >= 1
                    && passes <= most.passes
                    && kibibytes >= 8 * lanes
                    && kibibytes <= most.kibibytes;
        }
    }

    /** A hash taken apart. */
    private static final class Parsed {
        private final Cost cost;
        private final byte[] salt;
        private final byte[] hash;

        private Parsed(Cost cost, byte[] salt, byte[] hash) {
            this.cost = cost;
            this.salt = salt;
            this.hash = hash;
        }

        static Optional<Parsed> of(String phc) {
            Matcher parts = PHC.matcher(phc);
            if (!parts.matches()) {
                return Optional.empty();
            }
            Cost cost = new Cost(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            try {
                byte[] salt = Base64.getDecoder().decode(parts.group(4));
                byte[] hash = Base64.getDecoder().decode(parts.group(5));
                return cost.isWithin(MOST) ? Optional.of(new Parsed(cost, salt, hash)) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Makes a hash with a new salt.
     *
     * @param password in UTF-8; stays the caller's
     * @return its PHC string
     */
    String hash(byte[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = derive(password, salt, cost, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kibibytes + ",t=" + cost.passes + ",p=" + cost.lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /**
     * Compares a password with a hash, in a time that does not depend on how much of it is right.
     *
     * @param password in UTF-8; stays the caller's
     * @param phc a PHC string; nothing matches what is none
     * @return whether it is the one
     */
    static boolean matches(byte[] password, String phc) {
        return Parsed.of(phc)
                .filter(parsed -> MessageDigest.isEqual(
                        derive(password, parsed.salt, parsed.cost, parsed.hash.length), parsed.hash))
                .isPresent();
    }

    /** Whether a hash was made at another cost than today's. */
    boolean isOutdated(String phc) {
        return Parsed.of(phc).filter(parsed -> parsed.cost.equals(cost)).isEmpty();
    }

    private static byte[] derive(byte[] password, byte[] salt, Cost cost, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .withBlockPool(MEMORY)
                .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(Arrays.copyOf(password, password.length), hash);
        return hash;
    }
}
