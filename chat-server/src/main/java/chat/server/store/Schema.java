package chat.server.store;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a file to the form that this version works with: what each step does stands in the {@code .sql} files beside it. */
final class Schema {
    /** The number of the last step. */
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final DateTimeFormatter BACKUP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int ERA_BITS = 50;

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /** Makes or changes the tables if need be; the file is copied before it is changed. */
    void prepare() throws SQLException, StoreException {
        try (Connection connection = database.writer()) {
            int version = version(connection);
            if (version > VERSION) {
                throw new StoreException(
                        database.file() + " was written by a newer version of this server: start that one, or name"
                                + " another directory with --data.",
                        null);
            }
            if (version == VERSION) {
                return;
            }
            if (version > 0) {
                backUp(connection, version);
            }
        }
        migrate();
    }

    /** 0 for an empty file. */
    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables =
                    statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'")) {
                if (!tables.next()) {
                    return 0;
                }
            }
            try (ResultSet version = statement.executeQuery(
                    "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE success = 1")) {
                return version.next() ? version.getInt(1) : 0;
            }
        }
    }

    private void backUp(Connection connection, int version) throws SQLException {
        String time = LocalDateTime.now(ZoneOffset.UTC).format(BACKUP);
        Path copy = database.file().resolveSibling("chat-v" + version + "-" + time + ".db");
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
        LOG.info("The history is changed to a new form; as it was it is in {}", copy);
    }

    private void migrate() throws SQLException, StoreException {
        boolean isNew = !Files.exists(database.file()) || isEmpty();
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(database.url(), null, null)
                    .locations("classpath:chat/server/store")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    database.file() + " cannot be brought to the form that this version works with: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".",
                    e);
        }
        if (isNew) {
            begin();
        }
    }

    private boolean isEmpty() throws SQLException {
        try (Connection connection = database.writer()) {
            return version(connection) == 0;
        }
    }

    private void begin() throws SQLException {
        String era = new BigInteger(ERA_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
        try (Connection connection = database.writer();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO history SELECT ? WHERE NOT EXISTS (SELECT 1 FROM history)")) {
            insert.setString(1, era);
            insert.executeUpdate();
        }
    }
}
