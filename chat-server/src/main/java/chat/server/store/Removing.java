package chat.server.store;

import chat.common.RoomName;
import chat.server.room.Entry;
import chat.server.room.NotKeptException;
import chat.server.room.Removal;
import chat.server.room.Traces;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Empties places of the history for ever: rows and their words in slices, and when all are empty the file is swept. On the
 * writer's thread.
 */
final class Removing implements Chore, AutoCloseable {
    /** How many places are emptied in one go: about 10 milliseconds. */
    private static final int SLICE = 32;

    private static final String SELECT =
            "SELECT " + EntryRow.COLUMNS + ", r.name FROM entry e JOIN room r ON r.id = e.id >> 40 WHERE e.id = ?";

    /** What somebody has asked for, and how far it has come. */
    static final class Job {
        private final Traces traces;
        private final Deque<Long> ids;
        private final Consumer<Removal> removed;
        private final CompletableFuture<Void> done;
        private final Map<RoomName, Removal.Builder> gone = new LinkedHashMap<>();

        Job(Traces traces, List<Long> ids, Consumer<Removal> removed, CompletableFuture<Void> done) {
            this.traces = traces;
            this.ids = new ArrayDeque<>(ids);
            this.removed = removed;
            this.done = done;
        }
    }

    private final Database database;
    private final Map<RoomName, RoomRow> rooms;
    private final Sweep sweep;
    private final PreparedStatement select;
    private final PreparedStatement empty;
    private final WordDeletion words;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Deque<Job> told = new ArrayDeque<>();
    private final Deque<Job> swept = new ArrayDeque<>();
    private final List<Entry> slice = new ArrayList<>();

    Removing(Connection connection, Database database, Map<RoomName, RoomRow> rooms, Duration patience)
            throws SQLException, IOException {
        this.database = database;
        this.rooms = rooms;
        this.sweep = new Sweep(connection, database, patience);
        select = connection.prepareStatement(SELECT);
        empty = connection.prepareStatement(EntryRow.EMPTY);
        words = new WordDeletion(connection);
    }

    /** Begins with what was found. */
    void add(Job job) {
        jobs.add(job);
        tellIfEmpty(job);
    }

    /** Whether somebody waits for it. */
    boolean isUnderway() {
        return !jobs.isEmpty() || !told.isEmpty() || !swept.isEmpty();
    }

    /** However few there are, somebody waits for it. */
    @Override
    public long backlog() {
        return jobs.isEmpty() ? 0 : Chores.MANY;
    }

    @Override
    public void slice() throws SQLException {
        Job job = jobs.getFirst();
        int count = 0;
        for (long id : job.ids) {
            if (count++ == SLICE) {
                break;
            }
            empty(id, job);
        }
    }

    /** An entry may have been let go of meanwhile, as too old. */
    private void empty(long id, Job job) throws SQLException {
        select.setLong(1, id);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return;
            }
            RoomName name = new RoomName(row.getString(9));
            Entry entry = EntryRow.read(name, row);
            if (!job.traces.wrote(entry) && !job.traces.areIn(entry.event())) {
                return;
            }
            slice.add(entry);
            RoomRow room = rooms.get(name);
            if (row.getString(5) != null && room != null && RoomRow.sequenceOf(id) <= room.indexed()) {
                words.delete(id, row.getString(6));
            }
        }
        empty.setLong(1, id);
        empty.executeUpdate();
    }

    @Override
    public void commit() {
        Job job = jobs.getFirst();
        for (int i = 0; i < SLICE; i++) {
            job.ids.poll();
        }
        for (Entry entry : slice) {
            RoomName room = entry.event().room();
            job.gone.computeIfAbsent(room, Removal.Builder::new).add(entry.sequence(), entry.event());
        }
        slice.clear();
        tellIfEmpty(job);
    }

    private void tellIfEmpty(Job job) {
        if (job.ids.isEmpty()) {
            jobs.remove(job);
            tell(job);
            told.add(job);
        }
    }

    private static void tell(Job job) {
        job.gone.values().forEach(gone -> job.removed.accept(gone.build()));
        job.gone.clear();
    }

    /** The slice was not kept; what was emptied before stays so. */
    @Override
    public void rollBack() {
        slice.clear();
        fail("it cannot be written");
    }

    /** Gives up all that is underway. */
    void fail(String why) {
        failSwept(why);
        fail(jobs, why);
        fail(told, why);
    }

    private void failSwept(String why) {
        if (!swept.isEmpty()) {
            sweep.end();
        }
        fail(swept, why);
    }

    private static void fail(Deque<Job> waiting, String why) {
        for (Job job : waiting) {
            tell(job);
            job.done.completeExceptionally(new NotKeptException(why));
        }
        waiting.clear();
    }

    /** The writer has written all that there was, so also what rooms had to say about what is gone: sweeps on. */
    void goOn() {
        try {
            if (swept.isEmpty()) {
                if (told.isEmpty()) {
                    return;
                }
                swept.addAll(told);
                told.clear();
                if (!sweep.begin()) {
                    fail("its file is not of a form that can be wiped");
                }
                return; // what rooms have been told about it is written next
            }
            if (sweep.slice()) {
                sweep.end();
                swept.forEach(job -> job.done.complete(null));
                swept.clear();
            } else if (sweep.isHeldUp()) {
                failSwept("another program reads its file"); // the next ones have their turn
            }
        } catch (SQLException e) {
            fail(database.reason(e));
        } catch (IOException e) {
            fail("the disk reports errors");
        }
    }

    /** Lets go of the file, after the connection has. */
    @Override
    public void close() throws IOException {
        sweep.close();
    }
}
