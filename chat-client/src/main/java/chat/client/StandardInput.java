package chat.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * What is piped in. Java does not mind to be started with its input closed, as some daemons do, but then the first file
 * that it opens itself takes the input's place, and megabytes of it would be said to the room.
 */
final class StandardInput {
    private static final Path INPUT = Path.of("/proc/self/fd/0");

    private StandardInput() {}

    /** The input; an empty one if it was closed when the program started. */
    static InputStream open() {
        return isOurs(INPUT) ? InputStream.nullInputStream() : System.in;
    }

    /** Whether a file is one that Java itself has opened: of its own folder, or what it was told to load. */
    static boolean isOurs(Path file) {
        try {
            Path real = file.toRealPath();
            return real.startsWith(Path.of(System.getProperty("java.home")).toRealPath())
                    || real.getFileName().toString().endsWith(".jsa")
                    || real.equals(
                            Path.of(System.getProperty("java.class.path")).toAbsolutePath());
        } catch (IOException | RuntimeException e) {
            return false; // a pipe or a terminal, which has no path, or a system without these links
        }
    }
}
