package chat.client.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed in earlier runs, for its owner's eyes only. Without a file it keeps nothing. */
final class HistoryFile {
    /** How many lines are kept. The file may grow to twice as many before it is cut. */
    static final int KEPT = 1000;

    static final String OWNER_ONLY = "rw-------";

    private final @Nullable Path file;
    private boolean broken;
    private boolean tightened;

    HistoryFile(@Nullable Path file) {
        this.file = file;
    }

    /** The newest lines, oldest first; none if the file cannot be read. */
    List<String> load() {
        if (file == null || !Files.isReadable(file)) {
            return List.of();
        }
        try {
            List<String> lines = List.of(new String(Files.readAllBytes(file), UTF_8).split("\n"));
            List<String> newest = lines.subList(Math.max(0, lines.size() - KEPT), lines.size());
            if (lines.size() > 2 * KEPT) {
                cut(file, newest);
            }
            return newest;
        } catch (IOException | UnsupportedOperationException e) {
            return List.of();
        }
    }

    /** By way of a file whose name no other run uses. */
    private static void cut(Path file, List<String> newest) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path shorter = Files.createTempFile(folder, "history", ".new", permissions(file, OWNER_ONLY));
        try {
            write(shorter, newest);
            Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(shorter);
        }
    }

    /** Adds a line. A file that cannot be written is left alone from then on: chatting matters more. */
    void append(String line) {
        if (file == null || broken) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, permissions(folder, "rwx------"));
            }
            tighten(file);
            write(file, List.of(line));
        } catch (IOException | UnsupportedOperationException e) {
            broken = true;
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Set<StandardOpenOption> append =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        try (SeekableByteChannel out = Files.newByteChannel(file, append, permissions(file, OWNER_ONLY))) {
            ByteBuffer text = utf8(String.join("\n", lines) + "\n");
            while (text.hasRemaining()) {
                out.write(text);
            }
        }
    }

    /** The file may be older than this program. */
    private void tighten(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (!tightened && view != null && Files.exists(file)) {
            view.setPermissions(PosixFilePermissions.fromString(OWNER_ONLY));
        }
        tightened = true;
    }

    /** Half a character, which a terminal may send, becomes a question mark; a writer would throw. */
    static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    static FileAttribute<?>[] permissions(Path file, String mode) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
