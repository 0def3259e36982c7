package chat.server.session;

import chat.server.room.Room;
import chat.server.sanction.Who;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a program calls the lines that it sends: the tag of the line in hand, which its answer gives back, and the key
 * under which numbers are counted over several connections. A session does one line after the other, so there is one in
 * hand at most. On the session's event loop.
 */
public final class LineTags {
    /** Tags with more digits are no numbers. */
    private static final int MOST_DIGITS = 18;

    private static final long NO_NUMBER = 0;

    private final Session session;
    private final ResumeKeys keys;
    private @Nullable String tag;
    private long number = NO_NUMBER;
    private @Nullable ResumeKey key;

    /**
     * Begins without a line.
     *
     * @param session whose lines these are
     * @param keys knows all keys
     */
    LineTags(Session session, ResumeKeys keys) {
        this.session = session;
        this.keys = keys;
    }

    /**
     * Takes a line in hand.
     *
     * @param tag its tag, or null if it has none
     */
    public void begin(@Nullable String tag) {
        this.tag = tag;
        number = tag == null ? NO_NUMBER : number(tag);
    }

    private static long number(String tag) {
        boolean digits = tag.length() <= MOST_DIGITS && tag.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(tag) : NO_NUMBER;
    }

    /** Whether the line in hand was taken before, so that it must not be done again. */
    public boolean isRepeated() {
        return number != NO_NUMBER && key != null && number <= key.last();
    }

    /** The line in hand is done, whatever comes of it. */
    public void taken() {
        if (number != NO_NUMBER && key != null) {
            key.taken(number);
        }
    }

    /** The line in hand is answered: gives its tag, once. */
    @Nullable
    String answered() {
        String answered = tag;
        tag = null;
        number = NO_NUMBER;
        return answered;
    }

    /**
     * Whether the session may come under a key: it has none, or this one. A session that could try key after key would
     * push those of others out of the table.
     *
     * @param secret the key
     */
    public boolean mayResume(String secret) {
        return key == null || key.secret().equals(secret);
    }

    /**
     * Comes back under a key, which is the session's from then on. Another session that has it is ended, and its name is
     * free.
     *
     * @param secret the key
     * @param connection which of the program's connections this is; the latest one has the greatest number
     * @return completed on any thread, when all who had the key have ended, with the greatest number of a line taken; or
     *     empty if this connection or a later one has come before
     */
    public Optional<CompletableFuture<Long>> resume(String secret, long connection) {
        Optional<ResumeKeys.Handover> handover = keys.take(secret, connection, session);
        handover.ifPresent(taken -> key = taken.key());
        return handover.map(
                taken -> taken.vacated().thenApply(now -> taken.key().last()));
    }

    /**
     * The rooms that the program was in when its last connection ended, the current one last; empty if it is not known to
     * have been in any.
     */
    public List<Room> formerRooms() {
        return key == null ? List.of() : key.rooms();
    }

    /** The numbers of the bans and mutes that had hit the program when its last connection ended. */
    public Set<Long> formerSanctions() {
        return key == null ? Set.of() : key.sanctions();
    }

    /** The session is about to leave its rooms, since it ends. */
    void leaves(List<Room> rooms) {
        if (key != null && !rooms.isEmpty()) {
            Who who = session.identity().who();
            key.leaves(rooms, who == null ? Set.of() : who.held());
        }
    }

    /** The session has ended, and its name is free: who comes back may have it. */
    void leave() {
        if (key != null) {
            keys.leave(key, session);
            key = null;
        }
    }
}
