package chat.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/** Lets go of private messages that nobody has come for in time. */
final class MailExpiry implements Chore {
    private static final int SLICE = 64;

    /** How often it looks, in milliseconds: such messages are told to nobody already. */
    private static final long LOOK_MILLIS = 60_000;

    private final InstantSource clock;
    private final long keepMillis;
    private final PreparedStatement oldest;
    private final PreparedStatement delete;
    private long lookedAt = Long.MIN_VALUE;

    MailExpiry(Connection connection, Duration keep, InstantSource clock) throws SQLException {
        this.clock = clock;
        this.keepMillis = keep.toMillis();
        oldest = connection.prepareStatement("SELECT min(at) FROM mail");
        delete = connection.prepareStatement(
                "DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE at <= ? ORDER BY at LIMIT " + SLICE + ")");
    }

    @Override
    public long backlog() throws SQLException {
        long now = clock.millis();
        if (lookedAt != Long.MIN_VALUE && now - lookedAt < LOOK_MILLIS) {
            return 0;
        }
        try (ResultSet row = oldest.executeQuery()) {
            boolean due = row.next() && row.getObject(1) != null && row.getLong(1) <= now - keepMillis;
            lookedAt = due ? Long.MIN_VALUE : now;
            return due ? SLICE : 0;
        }
    }

    @Override
    public void slice() throws SQLException {
        delete.setLong(1, clock.millis() - keepMillis);
        delete.executeUpdate();
    }

    @Override
    public void commit() {}

    @Override
    public void rollBack() {}
}
