package chat.server.delivery;

import chat.common.event.Skipped;
import chat.common.wire.WireFormat;
import chat.server.room.Cursor;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.room.RoomLog;
import chat.server.session.Ending;
import chat.server.session.Feed;
import chat.server.session.Leftover;
import chat.server.session.Outbound;
import chat.server.session.Session;
import org.jspecify.annotations.Nullable;

/** One session reading one room, on its event loop, with its own cursor. */
final class Reader implements Feed.Subscription, Leftover {
    /** How much of the log is encoded at a time for a reader that is behind, in bytes of memory. */
    private static final int CATCH_UP_BYTES = 16 * 1024;

    private final Outlet outlet;
    private final Session session;
    private final Cursor cursor;
    private final long since;

    /** Where the outlet has it; kept by the outlet. */
    int index;

    private boolean current;

    /** What comes before everything else; null if nothing does. */
    private @Nullable Replay replay;

    private boolean awaitsReplay;

    /** How many messages the session has said to the room, and how many of them the cursor has passed. */
    private long said;

    private long passed;

    /** Ends of the last round in which it was an author, so that it needs slices. */
    private long authorUntil;

    Reader(Outlet outlet, Session session) {
        this.outlet = outlet;
        this.session = session;
        this.cursor = new Cursor(outlet.room().log());
        this.since = cursor.next();
    }

    /** Lets go of a session that cannot be written to. */
    void fail() {
        session.end(Ending.FAILED);
    }

    long memberId() {
        return session.id();
    }

    void wroteSomethingBefore(long sequence) {
        authorUntil = sequence;
    }

    /** Brings a round to this reader if it is level and its channel takes it. */
    void deliver(Round round) {
        if (awaitsReplay || cursor.next() >= round.to() || !session.out().isWritable()) {
            return;
        }
        if (replay != null || cursor.next() < round.from()) {
            session.out().send(this::catchUpWithAll);
            return;
        }
        if (cursor.next() == round.from() && authorUntil != round.to() && !ignoresSomeOf(round)) {
            moveBehind(round);
            session.out().send(round.all(format()), this);
        } else if (round.all(format()).readableBytes() > session.out().share()) {
            session.out().send(this::catchUpWithAll);
        } else {
            session.out().send(() -> writeOthers(round));
        }
    }

    /** Nearly nobody ignores anybody: that is all it costs the others. */
    private boolean ignoresSomeOf(Round round) {
        if (session.acquaintances().readsEverybody()) {
            return false;
        }
        for (Entry entry : round.entries()) {
            if (session.acquaintances().doesNotRead(entry)) {
                return true;
            }
        }
        return false;
    }

    /** The session's other rooms have their turns, too. */
    private void catchUpWithAll() {
        session.rooms().catchUp();
    }

    private WireFormat format() {
        WireFormat format = session.out().format();
        return current ? format : format.withRoom();
    }

    /** Of the round that is being delivered; whole lines only. */
    @Override
    public int keep(int sent, int most) {
        Round round = outlet.delivering();
        WireFormat format = format();
        int count = round.entriesWithin(format, sent + most);
        if (round.end(format, count) <= sent) {
            count++;
        }
        cursor.moveTo(round.from() + count, round.entries().get(count - 1).messages());
        return round.end(format, count);
    }

    @Override
    public Room room() {
        return outlet.room();
    }

    @Override
    public void setCurrent(boolean current) {
        this.current = current;
    }

    @Override
    public boolean isLevel() {
        return awaitsReplay
                || (replay == null && cursor.next() >= outlet.room().log().end());
    }

    @Override
    public long since() {
        return since;
    }

    @Override
    public long position() {
        return cursor.next();
    }

    @Override
    public void awaitReplay() {
        Replay before = outlet.replay(cursor.next(), session);
        if (!before.isOver()) {
            replay = before;
            awaitsReplay = true;
        }
    }

    @Override
    public void replay() {
        awaitsReplay = false;
    }

    @Override
    public void catchUp() {
        if (replay == null) {
            catchUpWithNews();
            return;
        }
        session.out().write(replay.next(catchUpBytes(), format(), outlet.allocator()));
        if (replay.isOver()) {
            replay = null;
        }
    }

    private int catchUpBytes() {
        return Math.min(CATCH_UP_BYTES, session.out().share());
    }

    private void catchUpWithNews() {
        RoomLog.Slice slice = outlet.room().log().read(cursor, catchUpBytes());
        tellGap(slice);
        Round round = new Round(room(), slice, outlet.allocator());
        try {
            writeOthers(round);
        } finally {
            round.release();
        }
    }

    @Override
    public void willSay() {
        said++;
    }

    @Override
    public void hasNotSaid() {
        said--;
    }

    @Override
    public void cancel() {
        outlet.remove(this);
    }

    private void tellGap(RoomLog.Slice slice) {
        if (slice.from() > cursor.next()) {
            long missed = slice.skipped() - ownWithin(slice);
            if (missed > 0) {
                Skipped skipped = new Skipped(outlet.room().name(), missed);
                session.out().write(Round.gap(skipped, format(), outlet.allocator()));
            }
            cursor.moveTo(slice.from(), cursor.messages() + slice.skipped());
        }
    }

    /** How many of the messages that are gone were the session's own; it would not have got them anyway. */
    private long ownWithin(RoomLog.Slice slice) {
        long own = said - passed - outlet.room().log().messagesBy(session.id(), slice.from());
        passed += own;
        return own;
    }

    /**
     * Writes what the cursor has not seen of a round, without the reader's own entries and those of people whom they ignore,
     * and moves the cursor.
     */
    private void writeOthers(Round round) {
        Outbound out = session.out();
        WireFormat format = format();
        int begin = (int) (cursor.next() - round.from());
        moveBehind(round);
        for (int i = begin; i < round.entries().size(); i++) {
            Entry entry = round.entries().get(i);
            boolean own = entry.author() == session.id();
            if (own || session.acquaintances().doesNotRead(entry)) {
                passed += own && entry.event().isMessage() ? 1 : 0;
                if (i > begin) {
                    out.write(round.some(format, begin, i));
                }
                begin = i + 1;
            }
        }
        if (begin < round.entries().size()) {
            out.write(round.some(format, begin, round.entries().size()));
        }
    }

    private void moveBehind(Round round) {
        Entry last = round.entries().get(round.entries().size() - 1);
        cursor.moveTo(round.to(), last.messages());
    }
}
