package chat.server.net.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where a certificate and its key are kept, in PEM; the two may be one file.
 *
 * @param certificate the server's certificate, followed by those of its issuers
 * @param key its private key, unencrypted
 */
public record IdentityFiles(Path certificate, Path key) {
    /** The most that is read of a file, in bytes. */
    private static final int MAX_BYTES = 1024 * 1024;

    /** What the files hold at a moment. */
    record Content(String certificate, String key) {}

    Content read() throws IdentityException {
        return new Content(text(certificate), text(key));
    }

    private static String text(Path file) throws IdentityException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IdentityException(file + " is too large for a certificate or a key");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IdentityException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IdentityException("this user may not read " + file, e);
        } catch (IdentityException e) {
            throw e;
        } catch (IOException e) {
            throw new IdentityException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
