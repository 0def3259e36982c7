package chat.server.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/** Damages files as bad disks do. */
final class Pages {
    private static final int PAGE = 4096;

    private Pages() {}

    /** Some pages in the middle hold anything but what was written. */
    static void damageTheMiddle(Path file) throws IOException {
        byte[] noise = new byte[4 * PAGE];
        new Random(4711).nextBytes(noise);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / PAGE / 2 * PAGE);
            bytes.write(noise);
        }
    }
}
