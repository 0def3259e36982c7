package chat.server.audit;

import chat.common.RoomName;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was done to keep order. Holds no password and nothing that people have written to each other.
 *
 * @param id its number; 0 as long as it is not kept
 * @param at when
 * @param by who did it
 * @param action what: {@code ban}
 * @param whom to whom; empty for everybody
 * @param room in which room; empty for the whole server
 * @param because why, as who did it says; empty if they did not
 * @param until when it ends; empty if it does not by itself
 */
public record AuditEntry(
        long id,
        Instant at,
        Actor by,
        String action,
        String whom,
        Optional<RoomName> room,
        String because,
        Optional<Instant> until) {
    /** Whether it is about the server or its lobby, where only operators act: not about a room that anybody can make. */
    public boolean isOfServer() {
        return room.isEmpty() || room.get().equals(RoomName.LOBBY);
    }

    /**
     * The same as it is kept.
     *
     * @param number its number
     */
    public AuditEntry withId(long number) {
        return new AuditEntry(number, at, by, action, whom, room, because, until);
    }
}
