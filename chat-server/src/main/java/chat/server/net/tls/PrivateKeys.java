package chat.server.net.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Reads private keys in the forms that certbot, acme.sh and openssl write them. */
final class PrivateKeys {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final byte[] RSA = Der.sequence(Der.oid("1.2.840.113549.1.1.1"), new byte[] {5, 0});
    private static final byte[] EC = Der.oid("1.2.840.10045.2.1");
    /** A line in front of the key (RFC 1421). */
    private static final String ENCRYPTED_BY_OLD_OPENSSL = "Proc-Type: 4,ENCRYPTED";

    private static final String HOW = " (expected: an unencrypted key in PEM; this makes one:"
            + " openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem)";

    private PrivateKeys() {}

    /** The first private key in the text of a file. */
    static PrivateKey first(String text) throws IdentityException {
        if (text.contains(ENCRYPTED_BY_OLD_OPENSSL)) {
            throw new IdentityException("the key is encrypted" + HOW);
        }
        for (Pem.Block block : Pem.read(text)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return pkcs8(block.bytes());
                }
                case "RSA PRIVATE KEY" -> {
                    return pkcs8(Der.sequence(Der.integer(0), RSA, Der.octets(block.bytes())));
                }
                case "EC PRIVATE KEY" -> {
                    return pkcs8(Der.sequence(
                            Der.integer(0), Der.sequence(EC, curve(block.bytes())), Der.octets(block.bytes())));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw new IdentityException("the key is encrypted" + HOW);
                default -> {
                    // a certificate, or the parameters of a curve
                }
            }
        }
        throw new IdentityException("there is no key in the file of the key" + HOW);
    }

    private static PrivateKey pkcs8(byte[] bytes) throws IdentityException {
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(bytes);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(key);
            } catch (GeneralSecurityException e) {
                // of another algorithm, or no key at all
            }
        }
        throw new IdentityException("the key is damaged or of an unknown kind (expected: EC, RSA or Ed25519)");
    }

    /**
     * The curve that a key of RFC 5915 names.
     *
     * <pre>
     *   SEQUENCE { version INTEGER, privateKey OCTET STRING, [0] curve OID, [1] publicKey }
     * </pre>
     */
    private static byte[] curve(byte[] key) throws IdentityException {
        try {
            ByteBuffer all = content(ByteBuffer.wrap(key), Der.SEQUENCE);
            content(all, 0x02);
            content(all, Der.OCTET_STRING);
            ByteBuffer curve = content(all, 0xa0);
            byte[] oid = new byte[curve.remaining()];
            curve.get(oid);
            return oid;
        } catch (RuntimeException e) {
            throw new IdentityException("the key is damaged or does not name its curve" + HOW, e);
        }
    }

    /** Takes the next value, which has to be of a type. */
    private static ByteBuffer content(ByteBuffer from, int type) {
        if ((from.get() & 0xff) != type) {
            throw new IllegalArgumentException("another type");
        }
        int length = from.get() & 0xff;
        if (length > 0x80) {
            int bytes = length & 0x7f;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | (from.get() & 0xff);
            }
        }
        ByteBuffer content = from.slice(from.position(), length);
        from.position(from.position() + length);
        return content;
    }
}
