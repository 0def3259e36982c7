package chat.server.store;

import chat.common.RoomName;
import chat.common.UserName;
import chat.server.limit.AddressPrefix;
import chat.server.sanction.Sanction;
import chat.server.sanction.SanctionStore;
import chat.server.sanction.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Keeps bans and mutes in the file. */
final class SqliteSanctionStore implements SanctionStore {
    private static final String INSERT =
            "INSERT INTO sanction (kind, room, name, account, addresses, by, because, since,"
                    + " until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
    private static final String DELETE = "DELETE FROM sanction WHERE id = ?";
    private static final String ALL =
            "SELECT id, kind, room, name, account, addresses, by, because, since, until" + " FROM sanction ORDER BY id";

    private final Writer writer;
    private final List<Sanction> all;

    /**
     * Reads what is kept.
     *
     * @param connection the writer's, which does not run yet
     */
    SqliteSanctionStore(Writer writer, Connection connection) throws SQLException {
        this.writer = writer;
        List<Sanction> read = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(ALL)) {
            while (row.next()) {
                read.add(read(row));
            }
        }
        this.all = List.copyOf(read);
    }

    private static Sanction read(ResultSet row) throws SQLException {
        long until = row.getLong("until");
        return new Sanction(
                row.getLong("id"),
                Sanction.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("room")).map(RoomName::new),
                target(row),
                row.getString("by"),
                row.getString("because"),
                Instant.ofEpochMilli(row.getLong("since")),
                row.getObject("until") == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }

    private static Target target(ResultSet row) throws SQLException {
        String column = row.getString("addresses");
        List<AddressPrefix> addresses = column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(" ")).map(AddressPrefix::parse).toList();
        String name = row.getString("name");
        return name == null
                ? new Target.Net(addresses.get(0))
                : new Target.Person(UserName.received(name).orElseThrow(), row.getLong("account"), addresses);
    }

    @Override
    public List<Sanction> all() {
        return all;
    }

    @Override
    public CompletableFuture<Sanction> add(Sanction sanction, Collection<Long> instead) {
        List<Long> replaced = List.copyOf(instead);
        return writer.change(connection -> {
            delete(connection, replaced);
            return sanction.withId(insert(connection, sanction));
        });
    }

    private static long insert(Connection connection, Sanction sanction) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, sanction.kind().name().toLowerCase(Locale.ROOT));
            insert.setString(2, sanction.room().map(RoomName::value).orElse(null));
            if (sanction.target() instanceof Target.Person person) {
                insert.setString(3, person.name().toString());
                insert.setLong(4, person.account());
                insert.setString(5, written(person.addresses()));
            } else if (sanction.target() instanceof Target.Net net) {
                insert.setNull(3, Types.VARCHAR);
                insert.setLong(4, 0);
                insert.setString(5, written(List.of(net.addresses())));
            }
            insert.setString(6, sanction.by());
            insert.setString(7, sanction.because());
            insert.setLong(8, sanction.since().toEpochMilli());
            if (sanction.until().isPresent()) {
                insert.setLong(9, sanction.until().get().toEpochMilli());
            } else {
                insert.setNull(9, Types.BIGINT);
            }
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                return id.getLong(1);
            }
        }
    }

    private static String written(List<AddressPrefix> addresses) {
        return addresses.stream().map(AddressPrefix::toString).collect(Collectors.joining(" "));
    }

    @Override
    public CompletableFuture<Void> remove(Collection<Long> ids) {
        List<Long> removed = List.copyOf(ids);
        return writer.change(connection -> delete(connection, removed)).thenAccept(count -> {});
    }

    private static int delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
        return ids.size();
    }
}
