package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A file system in memory that is soon full, mounted over a directory. */
public final class SmallDisk implements AutoCloseable {
    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounts one of so many MiB; skips the test that asks where nobody may mount anything. */
    public static SmallDisk over(Path directory, int megabytes) throws IOException, InterruptedException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", directory.toString());
        assumeThat(mounted).as("may mount a file system").isTrue();
        return new SmallDisk(directory);
    }

    /** Runs a program; whether it ended with 0. */
    public static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** Deletes a file, and waits until its room is free. */
    public void delete(Path file) throws IOException {
        Files.delete(file);
        settle();
    }

    /**
     * Waits until nothing but the files that one sees takes up room. A program that another test starts just now has, until it
     * runs, all files open that this JVM had, and deleted ones live on with it.
     */
    public void settle() {
        Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> used() <= seen());
    }

    private long used() throws IOException {
        FileStore disk = Files.getFileStore(directory);
        return disk.getTotalSpace() - disk.getUnallocatedSpace();
    }

    private long seen() throws IOException {
        long block = Files.getFileStore(directory).getBlockSize();
        long bytes = 0;
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += (Files.size(file) + block - 1) / block * block;
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        assertThat(run("umount", "-l", directory.toString())).isTrue();
    }
}
