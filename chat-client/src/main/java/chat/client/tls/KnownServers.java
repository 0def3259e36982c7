package chat.client.tls;

import chat.common.net.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers that were met before, and how each was known: by its key, or because an authority vouched for it.
 *
 * <pre>
 *   localhost:8443 SHA256:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE
 *   chat.example.org:8443 authority
 * </pre>
 *
 * Each line is one server; of two about the same the last one counts. Read anew each time, so that two clients do not
 * forget what the other one has learned.
 */
public final class KnownServers {
    private static final String AUTHORITY = "authority";

    private final Path file;

    /**
     * Uses a file, which does not have to exist.
     *
     * @param file where it is
     */
    public KnownServers(Path file) {
        this.file = file;
    }

    /**
     * Where the file is unless told otherwise: {@code chat-client/known-servers} in the folder for state that the XDG
     * Base Directory Specification names.
     *
     * @param environment the process's environment variables
     * @param home the home folder
     * @return the servers known there
     */
    public static KnownServers of(Map<String, String> environment, Path home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        return new KnownServers(folder.resolve("chat-client/known-servers"));
    }

    /**
     * The key that a server is known by.
     *
     * @param place host and port, {@code localhost:8443}
     * @return the key's fingerprint; empty if none is remembered
     * @throws IOException if the file cannot be read: then nobody can tell
     */
    public Optional<Fingerprint> key(String place) throws IOException {
        return word(place).flatMap(Fingerprint::parse);
    }

    /**
     * Whether an authority vouched for a server.
     *
     * @param place host and port
     * @throws IOException if the file cannot be read
     */
    public boolean wasVouchedFor(String place) throws IOException {
        return word(place).filter(AUTHORITY::equals).isPresent();
    }

    private Optional<String> word(String place) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(words -> words.length == 2 && words[0].equalsIgnoreCase(place))
                    .map(words -> words[1])
                    .reduce((before, last) -> last)
                    .map(this::checked);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedInputException | UncheckedIOException e) {
            throw new IOException(
                    file + " is damaged (expected: lines like localhost:8443 SHA256:...). Mend or delete it", e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    /** Half a key must not make a known server an unknown one. */
    private String checked(String word) {
        if (!word.equals(AUTHORITY) && Fingerprint.parse(word).isEmpty()) {
            throw new UncheckedIOException(new IOException(word));
        }
        return word;
    }

    /**
     * Remembers a server by its key.
     *
     * @param place host and port
     * @param key its fingerprint
     * @throws IOException if that cannot be written
     */
    public void remember(String place, Fingerprint key) throws IOException {
        append(place + " " + key);
    }

    /**
     * Remembers that an authority vouches for a server.
     *
     * @param place host and port
     * @throws IOException if that cannot be written
     */
    public void rememberAuthority(String place) throws IOException {
        append(place + " " + AUTHORITY);
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.notExists(file)) {
            Files.createFile(file, ownersOnly());
        }
        Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Where it is. */
    @Override
    public String toString() {
        return file.toString();
    }
}
