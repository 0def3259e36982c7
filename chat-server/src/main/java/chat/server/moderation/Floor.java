package chat.server.moderation;

import chat.common.Period;
import chat.common.event.Failure;
import chat.server.account.Account;
import chat.server.room.HouseRules;
import chat.server.room.Room;
import chat.server.sanction.Sanction;
import chat.server.sanction.Sanctions;
import chat.server.sanction.Who;
import chat.server.session.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may write. For who may, in a room without rules, that costs two volatile reads. On the writer's event loop.
 */
public final class Floor {
    private final Sanctions sanctions;
    private final SanctionWords words;
    private final Roles roles;
    private final Newcomers newcomers;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    Floor(Sanctions sanctions, SanctionWords words, Roles roles, Newcomers newcomers, InstantSource clock) {
        this.sanctions = sanctions;
        this.words = words;
        this.roles = roles;
        this.newcomers = newcomers;
        this.clock = clock;
    }

    /**
     * Why somebody may not write in their current room now.
     *
     * @param caller who, with a name; if they may, that counts as one message
     * @return what they are told; null if they may
     */
    public @Nullable Failure refusal(Session caller) {
        Room room = caller.rooms().current();
        HouseRules rules = room.settings().rules();
        if (rules.areNone() && !sanctions.hasMutes()) {
            return null;
        }
        Who who = caller.identity().who();
        if (who != null) {
            Optional<Failure> muted = sanctions.mute(who, room.name()).map(this::muted);
            if (muted.isPresent()) {
                return muted.get();
            }
        }
        return rules.areNone() || roles.isOwner(caller, room) ? null : refusal(caller, room, rules);
    }

    /**
     * Why somebody may not write to others privately.
     *
     * @param caller who, with a name
     * @return what they are told; null if they may
     */
    public @Nullable Failure privateRefusal(Session caller) {
        Who who = sanctions.hasMutes() ? caller.identity().who() : null;
        return who == null ? null : sanctions.mute(who).map(this::muted).orElse(null);
    }

    /**
     * Why somebody may not write to another one, of all they could write to.
     *
     * @param caller who
     * @param account the other one's account; {@link Account#NONE} for a guest
     * @param wroteFirst whether the other one has written to them
     * @return what they are told; null if they may
     */
    public @Nullable Failure privateRefusal(Session caller, long account, boolean wroteFirst) {
        return newcomers.privateRefusal(caller, wroteFirst || roles.isOperator(account));
    }

    private Failure muted(Sanction mute) {
        return new Failure(Failure.Code.MUTED, words.sentence(mute));
    }

    private @Nullable Failure refusal(Session caller, Room room, HouseRules rules) {
        Failure newcomer = newcomers.refusal(caller, room);
        if (newcomer != null || rules.slow().isEmpty()) {
            return newcomer;
        }
        Duration slow = rules.slow().get().time();
        long seconds = turns.secondsToNext(room.name(), caller, slow, clock.millis());
        return seconds == 0
                ? null
                : new Failure(
                        Failure.Code.TOO_OFTEN,
                        "In " + room.name() + " everybody writes one message "
                                + Period.every(slow.toSeconds()) + " at the moment. Please wait "
                                + Period.words(seconds) + " and try again.");
    }
}
