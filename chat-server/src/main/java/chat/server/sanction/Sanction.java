package chat.server.sanction;

import chat.common.RoomName;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody is kept out, or from writing. Immutable.
 *
 * @param id its number, by which it is taken back; 0 as long as it is not kept
 * @param kind what they are kept from
 * @param room in which room; empty for the whole server
 * @param target whom it hits
 * @param by the name of who did it
 * @param because why, printable; empty if they did not say
 * @param since from when on
 * @param until until when; empty if it is taken back only
 */
public record Sanction(
        long id,
        Kind kind,
        Optional<RoomName> room,
        Target target,
        String by,
        String because,
        Instant since,
        Optional<Instant> until) {
    /** What somebody is kept from. */
    public enum Kind {
        /** Coming in. */
        BAN,
        /** Writing. */
        MUTE
    }

    /**
     * The same as it is kept.
     *
     * @param number its number
     */
    public Sanction withId(long number) {
        return new Sanction(number, kind, room, target, by, because, since, until);
    }

    /**
     * Whether it is over.
     *
     * @param now the time
     */
    public boolean isOver(Instant now) {
        return until.isPresent() && !until.get().isAfter(now);
    }

    /** Where it holds, in words. */
    public String where() {
        return room.map(RoomName::toString).orElse("this server");
    }

    /**
     * Whether it hits somebody. Who registered a name only after it was said is a guest to it: it would be worth nothing if
     * that made them free.
     *
     * @param who they are
     */
    public boolean hits(Who who) {
        if (target.hits(who)) {
            return true;
        }
        boolean young = who.registered().isAfter(since);
        return (young && target.hits(who.asGuest()))
                || ((young || who.isGuest()) && who.held().contains(id));
    }

    /** Whether it keeps somebody from the same thing in the same place as another one. */
    boolean isLike(Kind other, Optional<RoomName> place, Target whom) {
        return kind == other && room.equals(place) && target.shown().equalsIgnoreCase(whom.shown());
    }
}
