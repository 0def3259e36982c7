package chat.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Takes words out of the index that {@link WordIndex} has brought: it knows them by the text that they came from only. */
final class WordDeletion {
    private final PreparedStatement delete;
    private final PreparedStatement overwrite;

    WordDeletion(Connection connection) throws SQLException {
        delete = connection.prepareStatement("INSERT INTO word (word, rowid, text) VALUES ('delete', ?, ?)");
        overwrite = connection.prepareStatement("INSERT INTO word (word, rank) VALUES ('secure-delete', ?)");
    }

    /**
     * Takes out the words of an entry.
     *
     * @param id whose, in the index
     * @param text the very text whose words were brought
     */
    void delete(long id, String text) throws SQLException {
        String words = WordIndex.words(text);
        if (!words.isEmpty()) {
            delete.setLong(1, id);
            delete.setString(2, words);
            delete.executeUpdate();
        }
    }

    /**
     * Whether words are overwritten when they are taken out, as they are if nobody says otherwise; or only covered until the
     * index merges its parts, which is ten times as fast. Goes with the transaction that is underway.
     */
    void overwrite(boolean now) throws SQLException {
        overwrite.setInt(1, now ? 1 : 0);
        overwrite.executeUpdate();
    }
}
