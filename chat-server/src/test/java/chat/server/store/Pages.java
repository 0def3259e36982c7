package chat.server.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages files as bad disks do. */
final class Pages {
    private static final int PAGE = 4096;

    private Pages() {}

    /** A page between the first and the last of what was said holds anything but that. */
    static void damageTheMiddle(Path file) throws IOException {
        byte[] noise = new byte[PAGE];
        new Random(4711).nextBytes(noise);
        List<Integer> pages = pagesWithEntries(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((pages.get(1) - 1L) * PAGE);
            bytes.write(noise);
        }
    }

    /** In the order of the entries; SQLite counts pages from 1. */
    private static List<Integer> pagesWithEntries(Path file) throws IOException {
        List<Integer> pages = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet page = statement.executeQuery(
                        "SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'leaf' ORDER BY path")) {
            while (page.next()) {
                pages.add(page.getInt(1));
            }
            return pages;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
