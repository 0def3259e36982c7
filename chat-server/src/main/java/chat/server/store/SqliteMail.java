package chat.server.store;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.mail.Letter;
import chat.server.mail.Mail;
import chat.server.mail.MailStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Keeps private messages in the file. Each step is a change of the writer's, so they come one after the other. */
final class SqliteMail implements MailStore {
    private static final String COUNT = "SELECT count(*), count(CASE WHEN mark = ? THEN 1 END),"
            + " count(CASE WHEN account = 0 THEN 1 END) FROM mail WHERE owner = ? AND at > ?";
    private static final String INSERT = "INSERT INTO mail (at, owner, author, account, mark, text)"
            + " SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM account WHERE id = ?2)";
    private static final String SELECT = "SELECT id, at, author, text, handed, account, mark FROM mail"
            + " WHERE owner = ? AND id > ? AND at > ? ORDER BY id LIMIT ?";
    private static final String HAND_OVER = "UPDATE mail SET handed = 1 WHERE owner = ? AND id BETWEEN ? AND ?";
    private static final String WAITING = "SELECT count(*) FROM mail WHERE owner = ? AND id > ? AND at > ?";

    private final Writer writer;
    private final InstantSource clock;
    private final Duration keep;

    SqliteMail(Writer writer, InstantSource clock, Duration keep) {
        this.writer = writer;
        this.clock = clock;
        this.keep = keep;
    }

    @Override
    public Duration keeps() {
        return keep;
    }

    /** What is not later than that is let go of. */
    private long bound() {
        return clock.millis() - keep.toMillis();
    }

    @Override
    public CompletableFuture<Verdict> keep(Letter letter) {
        return writer.change(connection -> {
            Verdict verdict = verdict(connection, letter);
            return verdict == Verdict.KEPT && !insert(connection, letter) ? Verdict.NOBODY : verdict;
        });
    }

    private Verdict verdict(Connection connection, Letter letter) throws SQLException {
        try (PreparedStatement count = prepare(connection, COUNT, letter.mark(), letter.owner(), bound());
                ResultSet row = count.executeQuery()) {
            row.next();
            if (row.getInt(1) >= MOST) {
                return Verdict.FULL;
            }
            if (row.getInt(2) >= MOST_OF_ONE) {
                return Verdict.FULL_FOR_AUTHOR;
            }
            boolean guest = letter.account() == Account.NONE;
            return guest && row.getInt(3) >= MOST_OF_GUESTS ? Verdict.FULL_FOR_GUESTS : Verdict.KEPT;
        }
    }

    /** Whether the account is still there: its removal may have been asked for before. */
    private boolean insert(Connection connection, Letter letter) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, clock.millis());
            insert.setLong(2, letter.owner());
            insert.setString(3, letter.from().toString());
            insert.setLong(4, letter.account());
            insert.setLong(5, letter.mark());
            insert.setString(6, letter.text());
            return insert.executeUpdate() > 0;
        }
    }

    @Override
    public CompletableFuture<Page> handOver(long owner, long after, int most) {
        return writer.change(connection -> {
            long bound = bound();
            List<Mail> mails = read(connection, owner, after, bound, most);
            if (mails.isEmpty()) {
                return new Page(mails, 0);
            }
            long first = mails.get(0).id();
            long last = mails.get(mails.size() - 1).id();
            execute(connection, HAND_OVER, owner, first, last);
            return new Page(mails, count(connection, owner, after, bound));
        });
    }

    private static List<Mail> read(Connection connection, long owner, long after, long bound, int most)
            throws SQLException {
        List<Mail> mails = new ArrayList<>();
        try (PreparedStatement select = prepare(connection, SELECT, owner, after, bound, most);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UserName from = UserName.received(row.getString(3))
                        .orElseThrow(() -> new IllegalStateException("a mail without a name"));
                mails.add(new Mail(
                        row.getLong(1),
                        row.getLong(2),
                        from,
                        row.getLong(6),
                        row.getLong(7),
                        row.getString(4),
                        row.getBoolean(5)));
            }
        }
        return mails;
    }

    private static int count(Connection connection, long owner, long after, long bound) throws SQLException {
        try (PreparedStatement waiting = prepare(connection, WAITING, owner, after, bound);
                ResultSet row = waiting.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    @Override
    public CompletableFuture<Integer> taken(long id) {
        return each("DELETE FROM mail WHERE id = ?", List.of(id));
    }

    @Override
    public CompletableFuture<Integer> putBack(Collection<Long> ids) {
        return each("UPDATE mail SET handed = 0 WHERE id = ?", ids);
    }

    @Override
    public CompletableFuture<Integer> forget(Set<Long> marks, long sinceMillis) {
        List<Long> all = List.copyOf(marks);
        return writer.change(connection -> {
            int count = 0;
            for (long mark : all) {
                count += execute(connection, "DELETE FROM mail WHERE mark = ? AND at >= ?", mark, sinceMillis);
            }
            return count;
        });
    }

    @Override
    public CompletableFuture<Integer> clear(long owner) {
        return each("DELETE FROM mail WHERE owner = ?", List.of(owner));
    }

    private CompletableFuture<Integer> each(String sql, Collection<Long> values) {
        List<Long> all = List.copyOf(values);
        return writer.change(connection -> {
            int count = 0;
            for (long value : all) {
                count += execute(connection, sql, value);
            }
            return count;
        });
    }

    private static int execute(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, long... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        return statement;
    }
}
