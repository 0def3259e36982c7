package chat.client.tls;

import chat.common.net.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The servers that were met before, and how each was known: by its key, or because an authority vouched for it.
 *
 * <pre>
 *   localhost:8443 SHA256:wyjvhXHdUaAuNICD3jbG3p+X4me2Nb+grguPpOzxNJE
 *   chat.example.org:8443 authority
 * </pre>
 *
 * Each line is one server; of two about the same the last one counts. Read anew each time, so that two clients do not
 * forget what the other one has learned. Lines that begin with # say nothing.
 */
public final class KnownServers {
    private static final String AUTHORITY = "authority";
    private static final String EXPECTED = " (expected: lines like localhost:8443 SHA256:...). Mend or delete";

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
     * @throws IOException if the file, or a line about the server, cannot be read: then nobody can tell
     */
    public Optional<Fingerprint> key(String place) throws IOException {
        return word(place).flatMap(Fingerprint::parse);
    }

    /**
     * Whether an authority vouched for a server.
     *
     * @param place host and port
     * @throws IOException if the file, or a line about the server, cannot be read
     */
    public boolean wasVouchedFor(String place) throws IOException {
        return word(place).filter(AUTHORITY::equals).isPresent();
    }

    private Optional<String> word(String place) throws IOException {
        List<String> lines = lines();
        Optional<String> word = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String[] words = line.split("\\s+", -1);
            if (words.length == 2 && isWord(words[1])) {
                word = words[0].equalsIgnoreCase(place) ? Optional.of(words[1]) : word;
            } else if (!line.startsWith("#") && isAbout(place, line)) {
                throw new IOException(file + ", line " + (i + 1) + ", is damaged" + EXPECTED + " that line");
            }
        }
        return word;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (MalformedInputException e) {
            throw new IOException(file + " is damaged" + EXPECTED + " it", e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    /** Half a key must not make a known server an unknown one. */
    private static boolean isWord(String word) {
        return word.equals(AUTHORITY) || Fingerprint.parse(word).isPresent();
    }

    /** Wherever it stands in the line: two lines may have melted into one. */
    private static boolean isAbout(String place, String line) {
        return line.toLowerCase(Locale.ROOT).contains(place.toLowerCase(Locale.ROOT));
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
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (SeekableByteChannel end = Files.newByteChannel(file, options, ownersOnly())) {
            String begun = endsInsideALine() ? "\n" : "";
            end.write(ByteBuffer.wrap((begun + line + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Not every editor ends the last line. */
    private boolean endsInsideALine() throws IOException {
        try (SeekableByteChannel content = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return content.size() > 0 && content.position(content.size() - 1).read(last) == 1 && last.get(0) != '\n';
        }
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
