package chat.client.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed in earlier runs, for its owner's eyes only. Without a file it keeps nothing. */
final class HistoryFile {
    /** How many lines are kept. The file may grow to twice as many before it is cut. */
    static final int KEPT = 1000;

    private final @Nullable Path file;
    private boolean broken;

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
                Path shorter = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(shorter);
                write(shorter, newest);
                Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return newest;
        } catch (IOException e) {
            return List.of();
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
            write(file, List.of(line));
        } catch (IOException | UnsupportedOperationException e) {
            broken = true;
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Set<StandardOpenOption> append =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        try (Writer out =
                Channels.newWriter(Files.newByteChannel(file, append, permissions(file, "rw-------")), UTF_8)) {
            for (String line : lines) {
                out.write(line + "\n");
            }
        }
    }

    static FileAttribute<?>[] permissions(Path file, String mode) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
