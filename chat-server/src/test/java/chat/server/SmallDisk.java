package chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;

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

    @Override
    public void close() throws IOException, InterruptedException {
        assertThat(run("umount", "-l", directory.toString())).isTrue();
    }
}
