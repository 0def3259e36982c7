package chat.server.net.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes a key and a certificate that nobody but the server itself vouches for (RFC 5280), and keeps them in files. Those
 * who connect remember the key: so it is made once.
 */
public final class SelfSigned {
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration BEFORE = Duration.ofDays(1); // clocks differ
    private static final int SERIAL_BITS = 127;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final byte[] COMMON_NAME = Der.oid("2.5.4.3");
    private static final byte[] ALTERNATIVE_NAMES = Der.oid("2.5.29.17");
    private static final byte[] EXTENDED_KEY_USAGE = Der.oid("2.5.29.37");
    private static final byte[] SERVER = Der.oid("1.3.6.1.5.5.7.3.1");
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final SecureRandom random = new SecureRandom();

    /**
     * Makes what is missing: both files, or nothing.
     *
     * @param files where to keep certificate and key; folders are made, too
     * @param now the certificate is valid for ten years from now on
     * @return whether a new key was made
     * @throws IdentityException if only one of the files exists, or they cannot be written
     */
    public boolean make(IdentityFiles files, Instant now) throws IdentityException {
        boolean certificate = Files.exists(files.certificate());
        if (certificate != Files.exists(files.key())) {
            throw new IdentityException((certificate ? files.key() : files.certificate()) + " is missing (expected: "
                    + files.certificate() + " and " + files.key() + ", or neither of them, so that both are made)");
        }
        if (certificate) {
            return false;
        }
        try {
            KeyPair pair = keyPair();
            write(
                    files.key(),
                    "rw-------",
                    new Pem.Block("PRIVATE KEY", pair.getPrivate().getEncoded()));
            write(files.certificate(), "rw-r--r--", new Pem.Block("CERTIFICATE", certificate(pair, now)));
            return true;
        } catch (IdentityException e) {
            throw e;
        } catch (FileAlreadyExistsException e) {
            throw new IdentityException(e.getMessage() + " was made by somebody else at the same time", e);
        } catch (IOException e) {
            throw new IdentityException("cannot write " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IdentityException("this Java cannot make a key: " + e.getMessage(), e);
        }
    }

    private KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private byte[] certificate(KeyPair pair, Instant now) throws GeneralSecurityException {
        byte[] name = name();
        byte[] content = Der.sequence(
                Der.tagged(0, Der.integer(2)), // version 3
                Der.integer(new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(Der.utcTime(UTC.format(now.minus(BEFORE))), Der.utcTime(UTC.format(now.plus(LIFE)))),
                name,
                pair.getPublic().getEncoded(),
                Der.tagged(3, extensions()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(content);
        return Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
    }

    private static byte[] name() {
        return Der.sequence(Der.value(Der.SET, Der.sequence(COMMON_NAME, Der.utf8("ClientMessageSystem"))));
    }

    private static byte[] extensions() {
        return Der.sequence(
                Der.sequence(ALTERNATIVE_NAMES, Der.octets(Der.sequence(names()))),
                Der.sequence(EXTENDED_KEY_USAGE, Der.octets(Der.sequence(SERVER))));
    }

    /** What this machine calls itself, for those who trust the certificate itself and compare names. */
    private static byte[][] names() {
        Set<String> names = new LinkedHashSet<>(Set.of("localhost"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // a machine without a name
        }
        byte[][] all = new byte[names.size() + 2][];
        int i = 0;
        for (String name : names) {
            all[i++] = Der.taggedBytes(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
        all[i++] = Der.taggedBytes(IP_ADDRESS, new byte[] {127, 0, 0, 1});
        all[i] = Der.taggedBytes(IP_ADDRESS, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        return all;
    }

    private static void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IdentityException("cannot make the folder " + folder + ": " + e.getMessage() + " is a file", e);
        }
    }

    /** Writes a file that nobody else may read meanwhile, either. */
    private static void write(Path file, String permissions, Pem.Block block) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            makeFolder(folder);
        }
        FileAttribute<?>[] attributes =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.writeString(file, Pem.write(block), StandardOpenOption.WRITE);
    }
}
