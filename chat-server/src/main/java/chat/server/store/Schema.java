package chat.server.store;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a file to the form that this version works with: what each step does stands in the {@code .sql} files beside it. */
final class Schema {
    /** The number of the last step. */
    static final int VERSION = 4;

    /** Where the steps are. */
    static final String STEPS = "classpath:chat/server/store";

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final int ERA_BITS = 50;
    private static final String FOREIGN =
            " is not a file of this server: move it away, or name another directory with --data";

    private final Database database;
    private final List<String> steps;
    private final int latest;
    private final InstantSource clock;

    Schema(Database database, InstantSource clock) {
        this(database, clock, VERSION, List.of(STEPS));
    }

    /** With other steps. */
    Schema(Database database, InstantSource clock, int latest, List<String> steps) {
        this.database = database;
        this.clock = clock;
        this.latest = latest;
        this.steps = steps;
    }

    /**
     * Makes or changes the tables if need be. A new file gets its name when it is complete; one that is changed is copied
     * before. If that fails everything is as it was.
     */
    void prepare() throws SQLException, StoreException {
        if (!Files.exists(database.file())) {
            make();
            return;
        }
        int version = version(database);
        if (version > latest) {
            throw newer(database.file());
        }
        if (version < latest) {
            change(version);
        }
    }

    /** Says that an older program must not touch it. */
    static StoreException newer(Path file) {
        return new StoreException(
                file + " was written by a newer version of this server: start that one, or name another directory with"
                        + " --data.",
                null);
    }

    /** The step that a file is at. */
    static int version(Database database) throws SQLException, StoreException {
        try (Connection connection = database.reader();
                Statement statement = connection.createStatement()) {
            try (ResultSet tables =
                    statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'")) {
                if (!tables.next()) {
                    throw foreign(database.file());
                }
            }
            try (ResultSet version = statement.executeQuery(
                    "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE success = 1")) {
                return version.next() ? version.getInt(1) : 0;
            }
        }
    }

    /** A file of this server never has that name before it has its tables. */
    private static StoreException foreign(Path file) {
        boolean isEmpty = file.toFile().length() == 0;
        return new StoreException(
                file + (isEmpty ? " is empty: put a backup in its place, or delete it to begin anew" : FOREIGN) + ".",
                null);
    }

    private void make() throws SQLException, StoreException {
        Path file = database.file();
        Database made = new Database(file.resolveSibling("." + file.getFileName() + ".new"));
        try {
            deleteAll(made.file());
            Files.createFile(made.file(), OwnerOnly.file(file));
            migrate(made);
            begin(made);
            Files.move(made.file(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw e instanceof StoreException told
                    ? told
                    : new StoreException(
                            file + " cannot be made (" + e.getMessage() + "): make some room, or name"
                                    + " another directory with --data.",
                            e);
        } finally {
            deleteQuietly(made.file());
        }
    }

    static void deleteAll(Path file) throws IOException {
        for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            deleteAll(file);
        } catch (IOException e) {
            LOG.debug("A file that was begun is still there", e);
        }
    }

    private void change(int version) throws SQLException, StoreException {
        FormerFiles former = new FormerFiles(database, clock);
        Path copy = former.keep(version);
        LOG.info("The history is changed to a new form; as it was it is in {}", copy);
        migrate(database);
        former.prune();
    }

    /** All steps that are missing, or none of them. */
    private void migrate(Database file) throws SQLException, StoreException {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(file.url() + "?secure_delete=true", null, null) // a step may move rows
                    .locations(steps.toArray(String[]::new))
                    .group(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            SQLException reason = sqlReason(e);
            if (reason != null && !database.reason(reason).equals(Database.UNKNOWN_REASON)) {
                throw reason;
            }
            throw new StoreException(
                    database.file() + " cannot be brought to the form that this version works with, and is as it was ("
                            + (reason == null ? firstLine(e) : reason.getMessage())
                            + "): start the version before, and report this.",
                    e);
        }
    }

    private static @Nullable SQLException sqlReason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void begin(Database file) throws SQLException {
        try (Connection connection = file.writer();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO history SELECT ?")) {
            insert.setString(1, newEra());
            insert.executeUpdate();
        }
    }

    /** What no other history's ids begin with. */
    static String newEra() {
        return new BigInteger(ERA_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    }
}
