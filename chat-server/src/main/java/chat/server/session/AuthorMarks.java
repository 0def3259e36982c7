package chat.server.session;

import chat.common.UserName;
import chat.server.limit.AddressKey;
import chat.server.room.Draft;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What people's words are kept with, so that they can take them back and nobody else can: a keyed hash of their account or,
 * without one, of their name and of the address they come from. A name alone would not do, since it belongs to whoever takes
 * it next. Thread-safe.
 */
public final class AuthorMarks {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec secret;

    /**
     * Begins.
     *
     * @param secret the key, 16 bytes or more
     */
    public AuthorMarks(byte[] secret) {
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    /** The mark of somebody who goes by a name and comes from an address; null is an address, too. */
    long of(@Nullable SocketAddress address, UserName name) {
        return of(key(address) + " " + name.folded());
    }

    /**
     * The mark of whoever has logged in to an account, wherever they come from.
     *
     * @param account its number
     */
    public long of(long account) {
        return of("account " + account); // no name has a blank
    }

    /** The mark of an address alone, from where somebody has logged in. */
    long place(@Nullable SocketAddress address) {
        return of("place " + key(address)); // no key of an address begins so
    }

    private long of(String whom) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update(whom.getBytes(StandardCharsets.UTF_8));
            long mark = ByteBuffer.wrap(mac.doFinal()).getLong();
            return mark == Draft.UNMARKED ? 1 : mark;
        } catch (GeneralSecurityException e) {
            throw new LinkageError("Java has no " + HMAC, e); // each has
        }
    }

    private static String key(@Nullable SocketAddress address) {
        if (address instanceof InetSocketAddress internet && internet.getAddress() != null) {
            AddressKey key = AddressKey.of(internet.getAddress());
            return (key.v6() ? "6 " : "4 ") + key.prefix();
        }
        return "?";
    }
}
