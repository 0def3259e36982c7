package chat.server.store;

import chat.common.RoomName;
import chat.server.room.Draft;
import chat.server.room.Entry;

/**
 * Where a room's next entry goes. The writer's alone, but {@link #id}, which readers look up. What is written can be taken
 * back until it is committed.
 */
final class RoomRow {
    /** A room's entries have ids from {@code room << SEQUENCE_BITS} on. */
    private static final int SEQUENCE_BITS = 40;

    final RoomName name;

    /** Whether somebody has a journal of it. */
    private volatile boolean open;

    /** 0 as long as it is not written. */
    private volatile long id;

    private long sequence;
    private long messages;
    private long indexed;
    private long firstAt = Long.MAX_VALUE;

    private long committedId;
    private long committedSequence;
    private long committedMessages;

    RoomRow(RoomName name) {
        this.name = name;
    }

    /** As it was found in the file. */
    RoomRow(RoomName name, long id, long sequence, long messages, long indexed) {
        this.name = name;
        this.id = id;
        this.sequence = sequence;
        this.messages = messages;
        this.indexed = indexed;
        commit();
    }

    RoomRow opened() {
        open = true;
        return this;
    }

    void closed() {
        open = false;
    }

    /** Whether it may be gone without a trace. On the writer's thread. */
    boolean isUnused() {
        return !open && id == 0;
    }

    long id() {
        return id;
    }

    void setId(long written) {
        id = written;
    }

    /** Gives a draft its place. */
    Entry place(Draft draft, long atMillis) {
        if (draft.event().isMessage()) {
            messages++;
        }
        firstAt = Math.min(firstAt, atMillis);
        return new Entry(++sequence, atMillis, messages, draft.event(), draft.author(), draft.mark(), draft.account());
    }

    void commit() {
        committedId = id;
        committedSequence = sequence;
        committedMessages = messages;
    }

    void rollBack() {
        id = committedId;
        sequence = committedSequence;
        messages = committedMessages;
    }

    long sequence() {
        return sequence;
    }

    long indexed() {
        return indexed;
    }

    void setIndexed(long upTo) {
        indexed = upTo;
    }

    /** How many entries are kept whose words are not in the index yet, at most. */
    long behind() {
        return sequence - indexed;
    }

    /** When its oldest entry was kept, or a moment before; {@link Long#MAX_VALUE} if there is none. */
    long firstAt() {
        return firstAt;
    }

    void setFirstAt(long atMillis) {
        firstAt = atMillis;
    }

    /** The id of one of its entries. */
    long idOf(long entry) {
        return idOf(id, entry);
    }

    static long idOf(long room, long entry) {
        return (room << SEQUENCE_BITS) + Math.max(0, Math.min(entry, lastSequence()));
    }

    static long sequenceOf(long entryId) {
        return entryId & lastSequence();
    }

    private static long lastSequence() {
        return (1L << SEQUENCE_BITS) - 1;
    }
}
