package chat.server.command;

import chat.common.event.Failure;
import chat.server.moderation.Roles;
import chat.server.moderation.Terms;
import chat.server.room.Room;
import chat.server.session.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What those may not who look after a room only because they came first: anything that outlasts their stay by much, or reaches
 * back before it. Else an old room would belong for good to the first stranger who comes.
 */
final class Tenure {
    /** For how long they keep others out, or from writing, at most. */
    static final Duration LONGEST = Duration.ofDays(1);

    private Tenure() {}

    /** Why somebody may not be kept out, or from writing, for so long; null if they may. */
    static @Nullable Reply refusal(Roles roles, Session caller, Terms terms, String command) {
        Room room = caller.rooms().current();
        if (roles.isAppointed(caller, room)
                || terms.time().filter(time -> time.compareTo(LONGEST) <= 0).isPresent()) {
            return null;
        }
        return Reply.failure(
                Failure.Code.NOT_OWNER,
                "You look after " + room.name() + " because you came first, so you can do that for a day at most."
                        + " Please type " + command + " for 1d");
    }

    /** From when on somebody may remove what others have written, in milliseconds since the epoch. */
    static long reach(Roles roles, Session caller) {
        Room room = caller.rooms().current();
        return roles.isAppointed(caller, room) ? Long.MIN_VALUE : caller.rooms().since(room);
    }
}
