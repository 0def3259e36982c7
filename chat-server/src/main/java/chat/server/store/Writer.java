package chat.server.store;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.RoomState;
import chat.server.store.Wishes.Wish;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it takes all that waits, writes it in one transaction, and tells the authors once the disk
 * has it. So the busier it is, the more messages share the price of a transaction.
 */
final class Writer implements Runnable {
    /** How often it looks for chores that come with time, in milliseconds. */
    private static final long LOOK_MILLIS = 30_000;

    /** How long it waits for drafts between two chores, in milliseconds. */
    private static final long BETWEEN_MILLIS = 1;

    /** The most drafts in one transaction: those who wait for the first of them should not wait for too many others. */
    private static final int BATCH = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Transaction transaction;
    private final Statements statements;
    private final Chores chores;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Wishes wishes = new Wishes();
    private final Changes changes;
    private final Map<RoomName, RoomRow> rows;
    private final Removing removing;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Health health;

    /** Held while things are asked for that belong together. */
    private final Object asking = new Object();

    Writer(
            Database database,
            Connection connection,
            Chores chores,
            Removing removing,
            Map<RoomName, RoomRow> rows,
            InstantSource clock)
            throws SQLException {
        this.transaction = new Transaction(connection);
        this.statements = new Statements(connection);
        this.changes = new Changes(connection);
        this.chores = chores;
        this.removing = removing;
        this.health = new Health(database, connection);
        this.inbox = new Inbox();
        this.rows = rows;
        this.clock = clock;
    }

    Inbox inbox() {
        return inbox;
    }

    /** Writes what a room is like, as soon as it can. Any thread. */
    CompletableFuture<Void> keep(RoomName room, RoomState state) {
        CompletableFuture<Void> done = wishes.add(room, state);
        inbox.nudge();
        return done;
    }

    /** Makes a change, as soon as it can. Any thread; see {@link Changes#add}. */
    <T> CompletableFuture<T> change(Changes.Change<T> change) {
        CompletableFuture<T> done = changes.add(change);
        inbox.nudge();
        if (inbox.isClosed()) { // after it was added: the writer closes it before it looks for what is left
            changes.refuse(changes.take(), SqliteStore.STOPPING);
        }
        return done;
    }

    /** Writes all that this asks for, with {@link #keep} and {@link #change}, in one transaction. Any thread. */
    <T> T together(Supplier<T> asked) {
        synchronized (asking) {
            return asked.get();
        }
    }

    /** Runs something on its thread, when all drafts that it was given before are answered. Any thread. */
    void afterwards(Runnable task) {
        tasks.add(task);
        inbox.nudge();
    }

    Health health() {
        return health;
    }

    @Override
    public void run() {
        long patience = Chores.IDLE_MILLIS;
        try {
            while (!inbox.isClosed()) {
                patience = turn(patience);
            }
            write(inbox.take(0));
        } catch (InterruptedException e) {
            LOG.error("The writer was interrupted: nothing more is kept");
            inbox.close();
        } finally {
            changes.refuse(changes.take(), SqliteStore.STOPPING);
            removing.fail(SqliteStore.STOPPING); // as long as there is a connection to tidy up with
        }
    }

    /** Writes what has come, or does a chore; how long to wait for something before the next one. */
    private long turn(long patience) throws InterruptedException {
        List<Runnable> due = List.copyOf(tasks); // before the drafts are taken: they come behind theirs
        List<Pending> waiting = inbox.take(tasks.isEmpty() ? patience : 0);
        long next = Chores.IDLE_MILLIS;
        if (!waiting.isEmpty() || !wishes.isEmpty() || !changes.isEmpty()) {
            write(waiting);
            chores.inBetween();
        } else if (health.isFailing()) {
            probe();
        } else if (!inbox.isClosed()) {
            next = chores.whenIdle() ? BETWEEN_MILLIS : LOOK_MILLIS;
        }
        for (Runnable task : due) {
            tasks.remove(task);
            tell(task);
        }
        if (health.isFailing()) {
            removing.fail(health.why());
            return Health.PROBE_MILLIS;
        }
        if (removing.isUnderway()) {
            removing.goOn();
            return BETWEEN_MILLIS;
        }
        return next;
    }

    /** Nobody says anything that could show whether it works again. */
    private void probe() {
        try {
            transaction.run(() -> {
                health.probe();
                return true;
            });
            health.works();
        } catch (SQLException e) {
            health.fails(e);
        }
    }

    private void write(List<Pending> waiting) {
        for (int from = 0; from < Math.max(1, waiting.size()); from += BATCH) {
            writeOne(waiting.subList(from, Math.min(waiting.size(), from + BATCH)));
        }
    }

    private void writeOne(List<Pending> batch) {
        Map<RoomName, Wish> changed;
        List<Changes.Asked<?>> asked;
        synchronized (asking) { // not between two that belong together
            changed = wishes.all();
            asked = changes.take();
        }
        List<Entry> entries;
        try {
            entries = transaction.run(() -> {
                health.check();
                List<Entry> placed = insert(batch);
                for (Map.Entry<RoomName, Wish> wish : changed.entrySet()) {
                    statements.keep(row(wish.getKey()), wish.getValue().state());
                }
                changes.make(asked);
                return placed;
            });
        } catch (SQLException e) {
            undo(batch, changed, asked, e);
            return;
        } catch (RuntimeException e) { // whatever it is: the next ones are written again
            LOG.error("The writer made a mistake", e);
            undo(batch, changed, asked, new SQLException(e));
            return;
        }
        batch.forEach(pending -> pending.room().commit());
        changed.keySet().forEach(room -> row(room).commit());
        health.works();
        tell(() -> wishes.kept(changed));
        for (int i = 0; i < entries.size(); i++) {
            Pending pending = batch.get(i);
            Entry entry = entries.get(i);
            tell(() -> pending.receipt().kept(entry));
        }
        tell(() -> changes.made(asked));
    }

    private RoomRow row(RoomName room) {
        return rows.computeIfAbsent(room, RoomRow::new);
    }

    private List<Entry> insert(List<Pending> batch) throws SQLException {
        long now = clock.millis();
        List<Entry> entries = new ArrayList<>(batch.size());
        for (Pending pending : batch) {
            RoomRow room = pending.room();
            statements.addIfNew(room);
            Entry entry = room.place(pending.draft(), now);
            statements.insert(room, entry);
            entries.add(entry);
        }
        return entries;
    }

    private void undo(List<Pending> batch, Map<RoomName, Wish> changed, List<Changes.Asked<?>> asked, SQLException e) {
        batch.forEach(pending -> pending.room().rollBack());
        changed.keySet().forEach(room -> row(room).rollBack());
        String why = health.fails(e);
        refuse(batch, why);
        tell(() -> wishes.refused(changed, why));
        tell(() -> changes.refuse(asked, why));
    }

    private void refuse(List<Pending> batch, String why) {
        for (Pending pending : batch) {
            tell(() -> pending.receipt().refused(pending.draft(), why));
        }
    }

    private static void tell(Runnable receipt) {
        try {
            receipt.run();
        } catch (RuntimeException e) {
            LOG.error("A room could not take what was kept", e);
        }
    }
}
