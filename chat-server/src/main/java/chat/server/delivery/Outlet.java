package chat.server.delivery;

import chat.server.room.Cursor;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.session.Session;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one room's news to the members that live on one event loop. Everything but {@link #news} runs on that loop.
 *
 * <p>A round takes what is new since the last one, encodes it once, and writes it to everybody. It goes through the
 * members in slices, and between two slices the loop reads and answers as usual; what is said meanwhile is for the next
 * round. So at rest a message goes out at once, and under load rounds carry more.
 *
 * <p>Slices go through the members from the last to the first. Who leaves is replaced by the last member, which has had
 * its turn then, or gets an empty second one; who joins is put behind the last, and has nothing to get yet. So a round
 * misses nobody.
 */
final class Outlet implements Room.Listener {
    /** How many members are written to before the loop does something else: about a millisecond of small rounds. */
    static final int SLICE = 256;

    /** How much one round takes from the log, in bytes of memory. */
    private static final int ROUND_BYTES = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final Room room;
    private final EventLoop loop;
    private final ByteBufAllocator allocator;
    private final Outlets.Settings settings;
    private final Runnable whenEmpty;
    private final Cursor cursor;
    private volatile long position;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final List<Reader> readers = new ArrayList<>();
    private final LongObjectMap<Reader> byMember = new LongObjectHashMap<>();
    private @Nullable Round round;
    private int left;

    Outlet(Room room, EventLoop loop, ByteBufAllocator allocator, Outlets.Settings settings, Runnable whenEmpty) {
        this.room = room;
        this.loop = loop;
        this.allocator = allocator;
        this.settings = settings;
        this.whenEmpty = whenEmpty;
        this.cursor = new Cursor(room.log());
        this.position = cursor.next();
        room.listen(this);
    }

    Room room() {
        return room;
    }

    /** The round of the slice that is underway. */
    Round delivering() {
        return Objects.requireNonNull(round, "no round");
    }

    ByteBufAllocator allocator() {
        return allocator;
    }

    /** What was said before an entry that is the first to be news for somebody. */
    Replay replay(long end, Session reader) {
        return new Replay(room, settings.times(), end, settings.replay(), reader);
    }

    Reader add(Session session) {
        Reader reader = new Reader(this, session);
        reader.index = readers.size();
        readers.add(reader);
        byMember.put(session.id(), reader);
        return reader;
    }

    void remove(Reader reader) {
        if (byMember.remove(reader.memberId()) == null) {
            return;
        }
        Reader last = readers.remove(readers.size() - 1);
        if (last != reader) {
            last.index = reader.index;
            readers.set(reader.index, last);
        }
        if (readers.isEmpty()) {
            room.unlisten(this);
            whenEmpty.run();
        }
    }

    /** There is something in the log. Any thread; starts a round unless one is due already. */
    @Override
    public void news() {
        if (!pending.get() && pending.compareAndSet(false, true)) {
            try {
                loop.execute(this::turn);
            } catch (RejectedExecutionException e) {
                pending.set(false); // the loop has ended, and its members with it
            }
        }
    }

    @Override
    public long position() {
        return position;
    }

    private void turn() {
        try {
            slice();
        } catch (RuntimeException e) {
            LOG.error("A round in {} failed", room.name(), e);
            abandon();
        }
    }

    /** Lets a round go that cannot be written. Members have their own cursors: the next round finds them behind. */
    private void abandon() {
        Round failed = round;
        round = null;
        left = 0;
        if (failed != null) {
            failed.release();
        }
        pending.set(false);
        room.movedOn();
    }

    private void slice() {
        Round current = round;
        if (current == null) {
            current = begin();
            round = current;
            left = current.entries().isEmpty() ? 0 : readers.size();
        }
        left = Math.min(left, readers.size());
        for (int n = Math.min(settings.slice(), left); n > 0; n--) {
            deliver(readers.get(--left), current);
            left = Math.min(left, readers.size());
        }
        if (left == 0) {
            round = null;
            current.release();
        }
        if (left > 0 || (!readers.isEmpty() && cursor.next() < room.log().end())) {
            againAfterReading();
        } else {
            rest();
        }
    }

    /** One member's trouble is not the others'. */
    private static void deliver(Reader reader, Round round) {
        try {
            reader.deliver(round);
        } catch (RuntimeException e) {
            LOG.error("Delivery to a member failed", e);
            reader.fail();
        }
    }

    private Round begin() {
        Round next = new Round(room, room.log().read(cursor, ROUND_BYTES), allocator);
        List<Entry> entries = next.entries();
        for (Entry entry : entries) {
            Reader author = byMember.get(entry.author());
            if (author != null) {
                author.wroteSomethingBefore(next.to());
            }
        }
        if (!entries.isEmpty()) {
            cursor.moveTo(next.to(), entries.get(entries.size() - 1).messages());
            position = next.to();
            room.movedOn();
        }
        return next;
    }

    /** Unlike {@code execute}, a task scheduled for now waits until the loop has looked at its channels. */
    private void againAfterReading() {
        loop.schedule(this::turn, 0, TimeUnit.NANOSECONDS);
    }

    private void rest() {
        pending.set(false);
        if (!readers.isEmpty() && cursor.next() < room.log().end()) {
            news();
        }
    }
}
