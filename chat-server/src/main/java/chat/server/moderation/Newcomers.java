package chat.server.moderation;

import chat.common.Period;
import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.room.HouseRules.MembersOnly;
import chat.server.room.Room;
import chat.server.room.Rooms;
import chat.server.session.LocalTimes;
import chat.server.session.Session;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom {@code /members-only} keeps from writing: everybody but those who had registered before it was turned on, have been in
 * the room for as long as it says, have been invited since by who looks after the room, or do so themselves. Else
 * {@code /register} would be the way around it. On the writer's event loop.
 */
final class Newcomers {
    private final Rooms rooms;
    private final Roles roles;
    private final InstantSource clock;
    private final LocalTimes times;

    Newcomers(Rooms rooms, Roles roles, InstantSource clock, LocalTimes times) {
        this.rooms = rooms;
        this.roles = roles;
        this.clock = clock;
        this.times = times;
    }

    /** Why somebody may not write in a room; null if they may. */
    @Nullable
    Failure refusal(Session caller, Room room) {
        MembersOnly rule = room.settings().rules().membersOnly().orElse(null);
        return rule == null || !keepsOut(rule, caller, room) ? null : failure(sentence(rule, caller, room));
    }

    /**
     * Why somebody may not write alone to others. What the lobby's rule keeps from the lobby it keeps from there, too: it
     * would only move.
     *
     * @param trusted whether the other one is an operator, or has written to them first
     * @return what they are told; null if they may
     */
    @Nullable
    Failure privateRefusal(Session caller, boolean trusted) {
        Room lobby = rooms.lobby();
        MembersOnly rule = lobby.settings().rules().membersOnly().orElse(null);
        return rule == null || trusted || !keepsOut(rule, caller, lobby)
                ? null
                : failure("At the moment you may write alone only to operators, and to those who have written to you"
                        + " alone. " + sentence(rule, caller, lobby));
    }

    /** Why somebody has to keep their name, which the room would be told as it is told their words; null if they do not. */
    @Nullable
    Failure renameRefusal(Session caller) {
        return caller.rooms().joined().stream()
                .flatMap(name -> caller.rooms().find(name).stream())
                .flatMap(room -> Optional.ofNullable(refusal(caller, room)).stream())
                .findFirst()
                .map(refusal -> failure(refusal.sentence() + " Until then you keep your name."))
                .orElse(null);
    }

    private boolean keepsOut(MembersOnly rule, Session caller, Room room) {
        Account account = roles.account(caller).orElse(null);
        if ((account != null && !account.since().isAfter(rule.since()))
                || rule.admitted().contains(MembersOnly.key(caller))
                || roles.isOwner(caller, room)) {
            return false;
        }
        return rule.stay().isZero()
                || clock.millis() - since(caller, room) < rule.stay().toMillis();
    }

    /** Who is not in the room counts from when they connected. */
    private static long since(Session caller, Room room) {
        return caller.rooms().find(room.name()).isPresent()
                ? caller.rooms().since(room)
                : caller.identity().since().toEpochMilli();
    }

    private String sentence(MembersOnly rule, Session caller, Room room) {
        String stay = rule.stay().isZero()
                ? ""
                : ", and who has been here for " + Period.words(rule.stay().toSeconds());
        String then = times.of(rule.since().toEpochMilli());
        return "Only people who registered before " + then + " may write in " + room.name() + " at the moment" + stay
                + "."
                + (roles.isRegistered(caller) ? " You registered later: who looks after it may /invite you." : "");
    }

    private static Failure failure(String sentence) {
        return new Failure(Failure.Code.MEMBERS_ONLY, sentence);
    }
}
