package chat.server.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages files as bad disks do. */
final class Pages {
    private static final int PAGE = 4096;

    /** What such a page begins with (the file format of SQLite, 1.6). */
    private static final byte TABLE_LEAF = 13;

    /** Part of what the tests have said in the middle; the index of words has no blanks. */
    private static final String SAID = "line 1";

    private Pages() {}

    /** Pages in the middle that held entries hold anything but what was written. */
    static void damageTheMiddle(Path file) throws IOException {
        byte[] noise = new byte[PAGE];
        new Random(4711).nextBytes(noise);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            List<Long> leaves = leaves(bytes);
            for (long leaf : leaves.subList(leaves.size() / 4, leaves.size() / 2)) {
                bytes.seek(leaf);
                bytes.write(noise);
            }
        }
    }

    /** Where the pages begin that have rows of a table, and words that somebody has said. */
    private static List<Long> leaves(RandomAccessFile bytes) throws IOException {
        List<Long> leaves = new ArrayList<>();
        byte[] page = new byte[PAGE];
        for (long at = PAGE; at < bytes.length(); at += PAGE) {
            bytes.seek(at);
            bytes.readFully(page);
            if (page[0] == TABLE_LEAF && new String(page, ISO_8859_1).contains(SAID)) {
                leaves.add(at);
            }
        }
        return leaves;
    }
}
