package chat.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Lets go of the oldest entries, once they are too old or the file is too large, with their words. */
final class Pruning implements Chore {
    private static final int SLICE = 256;

    private static final String OLDEST =
            "SELECT id, at, messages, author, text FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT " + SLICE;

    private final StoreSettings settings;
    private final InstantSource clock;
    private final Collection<RoomRow> rooms;
    private final PreparedStatement oldest;
    private final PreparedStatement used;
    private final PreparedStatement firstAt;
    private final PreparedStatement deleteEntries;
    private final WordDeletion words;
    private final PreparedStatement mark;
    private @Nullable RoomRow pruned;
    private long prunedUpTo;
    private long newFirstAt;

    Pruning(Connection connection, Collection<RoomRow> rooms, StoreSettings settings, InstantSource clock)
            throws SQLException {
        this.settings = settings;
        this.clock = clock;
        this.rooms = rooms;
        oldest = connection.prepareStatement(OLDEST);
        used = connection.prepareStatement(Database.USED);
        firstAt = RoomTable.firstAt(connection);
        deleteEntries = connection.prepareStatement("DELETE FROM entry WHERE id BETWEEN ? AND ?");
        words = new WordDeletion(connection);
        mark = connection.prepareStatement(
                "UPDATE room SET pruned = ?, pruned_messages = ?, indexed = max(indexed, ?) WHERE id = ?");
    }

    @Override
    public long backlog() throws SQLException {
        RoomRow room = oldestRoom();
        return room != null && (room.firstAt() < bound() || isTooLarge()) ? SLICE : 0;
    }

    /** What is older has to go. */
    private long bound() {
        return settings.keep().isZero()
                ? Long.MIN_VALUE
                : clock.millis() - settings.keep().toMillis();
    }

    private boolean isTooLarge() throws SQLException {
        if (settings.keepBytes() == 0) {
            return false;
        }
        try (ResultSet bytes = used.executeQuery()) {
            return bytes.next() && bytes.getLong(1) > settings.keepBytes();
        }
    }

    private @Nullable RoomRow oldestRoom() {
        RoomRow first = null;
        for (RoomRow room : rooms) {
            if (room.id() != 0 && room.firstAt() < (first == null ? Long.MAX_VALUE : first.firstAt())) {
                first = room;
            }
        }
        return first;
    }

    @Override
    public void slice() throws SQLException {
        RoomRow room = oldestRoom();
        if (room == null) {
            return;
        }
        long bound = isTooLarge() ? Long.MAX_VALUE : bound();
        oldest.setLong(1, room.idOf(0));
        oldest.setLong(2, room.idOf(Long.MAX_VALUE));
        words.overwrite(false);
        long last = 0;
        long messages = 0;
        try (ResultSet row = oldest.executeQuery()) {
            while (row.next() && row.getLong(2) < bound) {
                last = row.getLong(1);
                messages = row.getLong(3);
                if (row.getString(4) != null && RoomRow.sequenceOf(last) <= room.indexed()) {
                    words.delete(last, row.getString(5));
                }
            }
        }
        if (last != 0) {
            delete(room, last, messages);
        }
        words.overwrite(true);
        newFirstAt = RoomTable.firstAt(room.id(), firstAt);
        pruned = room;
    }

    private void delete(RoomRow room, long last, long messages) throws SQLException {
        deleteEntries.setLong(1, room.idOf(0));
        deleteEntries.setLong(2, last);
        deleteEntries.executeUpdate();
        prunedUpTo = RoomRow.sequenceOf(last);
        mark.setLong(1, prunedUpTo);
        mark.setLong(2, messages);
        mark.setLong(3, prunedUpTo);
        mark.setLong(4, room.id());
        mark.executeUpdate();
    }

    @Override
    public void commit() {
        if (pruned != null) {
            pruned.setFirstAt(newFirstAt);
            pruned.setIndexed(Math.max(pruned.indexed(), prunedUpTo));
        }
        rollBack();
    }

    @Override
    public void rollBack() {
        pruned = null;
        prunedUpTo = 0;
    }
}
