package chat.server.store;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.AccountStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts in the file. Any thread. */
final class SqliteAccounts implements AccountStore {
    /** What nobody has a use for without the account: it goes with it, or after a crash stays with it. */
    private static final List<String> OWNED =
            List.of("DELETE FROM mail WHERE owner = ?", "DELETE FROM contact WHERE owner = ?");

    private final Writer writer;
    private final List<Stored> all;

    SqliteAccounts(Writer writer, List<Stored> all) {
        this.writer = writer;
        this.all = all;
    }

    /** All that are in a file. */
    static List<Stored> read(Connection connection) throws SQLException {
        List<Stored> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT id, name, operator, since, password, places FROM account ORDER BY id")) {
            while (row.next()) {
                Optional<UserName> name = UserName.received(row.getString(2)); // as a newer Unicode may have allowed it
                if (name.isPresent()) {
                    all.add(new Stored(
                            new Account(
                                    row.getLong(1),
                                    name.get(),
                                    row.getBoolean(3),
                                    Instant.ofEpochMilli(row.getLong(4))),
                            row.getString(5),
                            places(row.getString(6))));
                }
            }
        }
        return all;
    }

    private static List<Long> places(String written) {
        return Stream.of(written.split(" "))
                .filter(place -> !place.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    @Override
    public List<Stored> all() {
        return all;
    }

    @Override
    public CompletableFuture<Optional<Account>> add(UserName name, String password, boolean operator, Instant since) {
        Instant kept = Instant.ofEpochMilli(since.toEpochMilli());
        return writer.change(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO account (name, folded, password, operator, since)"
                            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (folded) DO NOTHING RETURNING id")) {
                insert.setString(1, name.toString());
                insert.setString(2, name.folded());
                insert.setString(3, password);
                insert.setBoolean(4, operator);
                insert.setLong(5, kept.toEpochMilli());
                try (ResultSet row = insert.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Account(row.getLong(1), name, operator, kept))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public CompletableFuture<Boolean> setOperator(long id, boolean operator) {
        return update("UPDATE account SET operator = ? WHERE id = ?", operator ? 1 : 0, id);
    }

    @Override
    public CompletableFuture<Boolean> setPassword(long id, String password) {
        return update("UPDATE account SET password = ? WHERE id = ?", password, id);
    }

    @Override
    public CompletableFuture<Boolean> renewPassword(long id, String before, String password) {
        return update("UPDATE account SET password = ? WHERE id = ? AND password = ?", password, id, before);
    }

    @Override
    public CompletableFuture<Boolean> setPlaces(long id, List<Long> places) {
        String written = places.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return update("UPDATE account SET places = ? WHERE id = ?", written, id);
    }

    @Override
    public CompletableFuture<Boolean> remove(long id) {
        return writer.change(connection -> {
            for (String sql : OWNED) {
                delete(connection, sql, id);
            }
            return delete(connection, "DELETE FROM account WHERE id = ?", id) > 0;
        });
    }

    private static int delete(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, id);
            return delete.executeUpdate();
        }
    }

    private CompletableFuture<Boolean> update(String sql, Object... values) {
        return writer.change(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate() > 0;
            }
        });
    }
}
