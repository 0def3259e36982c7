package chat.server.store;

import chat.common.RoomName;
import chat.common.event.Keeping;
import chat.server.account.AccountStore;
import chat.server.audit.AuditStore;
import chat.server.contact.ContactStore;
import chat.server.mail.MailStore;
import chat.server.room.History;
import chat.server.room.Journal;
import chat.server.room.NotKeptException;
import chat.server.room.Removal;
import chat.server.room.RoomLog;
import chat.server.room.RoomState;
import chat.server.room.RoomStore;
import chat.server.room.StoredRoom;
import chat.server.room.Traces;
import chat.server.sanction.SanctionStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps rooms in one SQLite file. An entry exists when its transaction is on the disk. */
public final class SqliteStore implements RoomStore {
    /** Why nothing is removed any more. */
    static final String STOPPING = "the server is stopping";

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

    private final DataDirectory directory;
    private final Connection connection;
    private final Readers readers;
    private final Writer writer;
    private final Thread thread;
    private final String era;
    private final byte[] secret;
    private final Duration keep;
    private final Removing removing;
    private final Set<CompletableFuture<Void>> removals = ConcurrentHashMap.newKeySet();
    private final List<StoredRoom> stored;
    private final Map<RoomName, RoomRow> rows = new ConcurrentHashMap<>();
    private final History history;
    private final SqliteAccounts accounts;
    private final MailStore mail;
    private final ContactStore contacts;
    private final SqliteSanctionStore sanctions;
    private final SqliteAuditStore audit;

    private SqliteStore(
            StoreSettings settings, InstantSource clock, Duration patience, DataDirectory directory, Database database)
            throws SQLException, IOException {
        this.directory = directory;
        this.secret = directory.secret();
        this.keep = settings.keep();
        this.connection = database.writer();
        this.era = era(connection);
        List<RoomTable.Found> found = RoomTable.read(connection, settings.latest());
        found.forEach(room -> rows.put(room.room().name(), room.row()));
        this.stored = found.stream().map(RoomTable.Found::room).toList();
        List<AccountStore.Stored> registered = SqliteAccounts.read(connection);
        this.removing = new Removing(connection, database, rows, patience);
        List<Chore> chores = List.of(
                removing,
                new WordIndex(connection, rows.values()),
                new Pruning(connection, rows.values(), settings, clock),
                new MailExpiry(connection, settings.mailKeep(), clock));
        this.writer = new Writer(database, connection, new Chores(connection, chores), removing, rows, clock);
        this.accounts = new SqliteAccounts(writer, registered);
        this.mail = new SqliteMail(writer, clock, settings.mailKeep());
        this.contacts = new SqliteContacts(writer, SqliteContacts.read(connection));
        this.readers = new Readers(database);
        this.history = new SqliteHistory(readers, room -> {
            RoomRow row = rows.get(room);
            return row == null ? 0 : row.id();
        });
        this.sanctions = new SqliteSanctionStore(writer, connection);
        this.audit = new SqliteAuditStore(writer, readers, connection, directory.file("audit.log"));
        this.thread = new Thread(writer, "writer");
        this.thread.start();
    }

    /**
     * Opens a directory, which is made if it is not there.
     *
     * @param settings where, and how much is kept
     * @param clock dates what is said
     * @return the store, of which the caller lets go with {@link #close}
     * @throws StoreException if it cannot be used
     */
    public static SqliteStore open(StoreSettings settings, InstantSource clock) throws StoreException {
        return open(settings, clock, Sweep.PATIENCE);
    }

    /** The same; others may hold up a removal for as long as {@code patience}. */
    static SqliteStore open(StoreSettings settings, InstantSource clock, Duration patience) throws StoreException {
        DataDirectory directory = DataDirectory.take(settings.directory());
        Database database = new Database(directory.file());
        try {
            new Schema(database, clock).prepare();
            return new SqliteStore(settings, clock, patience, directory, database);
        } catch (SQLException e) {
            directory.close();
            throw refusal(database, e);
        } catch (StoreException e) {
            directory.close();
            throw e;
        } catch (IOException e) {
            directory.close();
            throw new StoreException(database.file() + " cannot be opened (" + e.getMessage() + ").", e);
        }
    }

    private static StoreException refusal(Database database, SQLException e) {
        String what = switch (database.reason(e)) {
            case "its file is damaged" ->
                " is damaged: put a backup in its place, or name another directory with --data";
            case "its file is read-only" ->
                " is read-only: let the server's user write it and its directory, or name another directory"
                        + " with --data";
            case Database.FULL -> " cannot be opened, since the disk is full: make some room";
            case "another program holds its file" ->
                " is in use by another program: end that one, or name another directory with --data";
            default -> " cannot be opened (" + e.getMessage() + "): name another directory with --data";
        };
        return new StoreException(database.file() + what + ".", e);
    }

    static String era(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT era FROM history")) {
            if (!row.next()) {
                throw new SQLException("the history has no beginning");
            }
            return row.getString(1);
        }
    }

    @Override
    public String era() {
        return era;
    }

    @Override
    public List<StoredRoom> rooms() {
        return stored;
    }

    @Override
    public Journal journal(RoomName room, RoomLog log) {
        RoomRow row = rows.compute(room, (name, known) -> (known == null ? new RoomRow(name) : known).opened());
        return new SqliteJournal(Objects.requireNonNull(row), writer.inbox());
    }

    /** Later, when nothing of it is underway; unless there is a new room of its name by then. */
    @Override
    public void forget(RoomName room) {
        RoomRow row = rows.get(room);
        if (row != null) {
            row.closed();
            writer.afterwards(() -> rows.computeIfPresent(room, (name, known) -> known.isUnused() ? null : known));
        }
    }

    /** How many rooms it has to do with. Any thread. */
    int size() {
        return rows.size();
    }

    /** Whom people do not want to read. */
    public ContactStore contacts() {
        return contacts;
    }

    /** Where private messages wait. */
    public MailStore mail() {
        return mail;
    }

    @Override
    public History history() {
        return history;
    }

    /** The registered names, which are in the same file. */
    public AccountStore accounts() {
        return accounts;
    }

    @Override
    public CompletableFuture<Void> keep(RoomName room, RoomState state) {
        return writer.keep(room, state);
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public Optional<Duration> keeps() {
        return Optional.of(keep);
    }

    @Override
    public CompletableFuture<Void> remove(Traces traces, Consumer<Removal> removed) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        removals.add(done);
        done.whenComplete((nothing, error) -> removals.removeIf(CompletableFuture::isDone));
        if (writer.inbox().isClosed()) { // after it was added: the store is closed before it looks for what is left
            done.completeExceptionally(new NotKeptException(STOPPING));
            return done;
        }
        writer.afterwards(() -> search(traces).find().whenComplete((ids, error) -> {
            if (error == null) {
                writer.afterwards(() -> removing.add(new Removing.Job(traces, ids, removed, done)));
            } else {
                LOG.warn("What somebody has written could not be looked for: {}", error.getMessage());
                done.completeExceptionally(new NotKeptException("it cannot be read"));
            }
        }));
        return done;
    }

    /** Keeps bans and mutes in the same file. */
    public SanctionStore sanctions() {
        return sanctions;
    }

    /** Keeps what was done to keep order in the same file. */
    public AuditStore audit() {
        return audit;
    }

    /** On the writer's thread, so that a room that is written has its number. */
    private TraceSearch search(Traces traces) {
        RoomRow row = traces.room().map(rows::get).orElse(null);
        if (traces.room().isEmpty() || row == null) {
            return new TraceSearch(readers, traces, 1, traces.room().isEmpty() ? Long.MAX_VALUE : 0);
        }
        return new TraceSearch(readers, traces, row.idOf(0), row.idOf(Long.MAX_VALUE));
    }

    @Override
    public void listen(Consumer<Keeping> listener) {
        writer.health().listen(listener);
    }

    /** Writes what waits, refuses what comes later, and lets go of the directory. Waits for the disk. */
    @Override
    public void close() {
        writer.inbox().close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        // their turn with the writer will not come any more
        removals.forEach(done -> done.completeExceptionally(new NotKeptException(STOPPING)));
        audit.close();
        readers.close();
        closeFile();
        directory.close();
    }

    private void closeFile() {
        try {
            try {
                connection.close();
            } finally {
                removing.close(); // it has the file open for as long as the connection
            }
        } catch (SQLException | IOException e) {
            LOG.warn("The history was not closed properly, which does no harm to it: {}", e.getMessage());
        }
    }
}
