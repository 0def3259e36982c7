package chat.server.room;

import chat.common.event.Stamp;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the entries of a room are called outside: {@code ERA-SEQUENCE}. Thread-safe.
 *
 * @param era what the ids of this history begin with
 * @param log tells which entries there are
 */
public record EntryIds(String era, RoomLog log) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private record EntryStamp(String id, long atMillis, boolean isRegistered) implements Stamp {}

    Stamp stamp(Entry entry) {
        return new EntryStamp(of(entry.sequence()), entry.atMillis(), entry.account() != Draft.UNREGISTERED);
    }

    /**
     * What programs are told about how far something reaches.
     *
     * @param sequence the last place of it
     * @param atMillis the time, in milliseconds since the epoch
     * @return the place's id, and the time
     */
    public Stamp stamp(long sequence, long atMillis) {
        return new EntryStamp(of(sequence), atMillis, false);
    }

    /**
     * The id of a place.
     *
     * @param sequence its sequence number
     * @return the id that its entry has, or would have
     */
    public String of(long sequence) {
        return era + "-" + sequence;
    }

    /**
     * The place that an id stands for.
     *
     * @param id as a {@linkplain Room#stamp stamp} has it
     * @return its sequence number; empty if it is no id of an entry of this room
     */
    public OptionalLong sequence(String id) {
        String prefix = era + "-";
        if (!id.startsWith(prefix)
                || !NUMBER.matcher(id.substring(prefix.length())).matches()) {
            return OptionalLong.empty();
        }
        long sequence = Long.parseLong(id.substring(prefix.length()));
        return sequence < log.end() ? OptionalLong.of(sequence) : OptionalLong.empty();
    }
}
