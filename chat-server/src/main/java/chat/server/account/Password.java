package chat.server.account;

import chat.common.UserName;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * A password as somebody typed it, prepared as RFC 8265 says (OpaqueString): the same characters give the same bytes on
 * every keyboard. Blanks around it do not count. {@link #toString} tells nothing of it.
 *
 * <p>The line it came in is a string, which nobody can wipe; what is made of it here is wiped.
 */
public final class Password {
    /** The fewest characters. */
    public static final int LEAST = 8;

    /** The most characters. */
    public static final int MOST = 128;

    /** What a password may be, in a sentence. */
    public static final String RULE = "A password has " + LEAST + " to " + MOST
            + " characters, blanks among them if you like, and is not the name itself.";

    private static final String COMMON =
            "That password is among the first that everybody tries. Please choose another one.";

    private final String prepared;

    private Password(String prepared) {
        this.prepared = prepared;
    }

    /**
     * Takes what somebody typed.
     *
     * @param typed any text
     * @return the password; empty if nothing could be one that looks like this
     */
    public static Optional<Password> of(String typed) {
        String stripped = typed.strip();
        if (stripped.isEmpty() || stripped.length() > 2 * MOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Password(PrecisProfiles.OPAQUE_STRING.enforce(stripped)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the reason would name the character
        }
    }

    /**
     * Says what is wrong with a password that is to be somebody's from now on.
     *
     * @param typed what they typed
     * @param name theirs
     * @return a sentence, or null if nothing is wrong
     */
    public static @Nullable String problemWith(String typed, UserName name) {
        Password password = of(typed).orElse(null);
        if (password == null || !password.mayBeOf(name)) {
            return RULE;
        }
        return CommonPasswords.contain(password.prepared) ? COMMON : null;
    }

    private boolean mayBeOf(UserName name) {
        int length = prepared.codePointCount(0, prepared.length());
        return length >= LEAST
                && length <= MOST
                && !prepared.equalsIgnoreCase(name.toString())
                && !prepared.toLowerCase(Locale.ROOT).equals(name.folded());
    }

    /** In UTF-8, for the caller to wipe. */
    byte[] bytes() {
        char[] characters = prepared.toCharArray();
        ByteBuffer encoded = ByteBuffer.allocate(3 * characters.length);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(characters, '\0');
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && password.prepared.equals(prepared);
    }

    @Override
    public int hashCode() {
        return prepared.hashCode();
    }

    @Override
    public String toString() {
        return "password";
    }
}
