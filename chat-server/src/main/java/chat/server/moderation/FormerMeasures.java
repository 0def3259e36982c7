package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Moderated;
import chat.common.event.Moderated.Action;
import chat.server.room.Entry;
import chat.server.room.Room;
import chat.server.room.Rooms;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What held for everybody when the server stopped, and does not any more: rooms remember that it began, so they are told. */
final class FormerMeasures {
    /** Nobody can have that name. */
    private static final UserName SERVER = UserName.of("server");

    private static final String WHY = "the server was started again";

    /** What ends what. */
    private static final Map<Action, Action> ENDS = Map.of(
            Action.SLOW, Action.SLOW_OFF,
            Action.MEMBERS_ONLY, Action.MEMBERS_ONLY_OFF,
            Action.LOCKDOWN, Action.LOCKDOWN_OFF);

    private FormerMeasures() {}

    /** Tells each room, as far as it remembers. */
    static void end(Rooms rooms) {
        rooms.all().forEach(FormerMeasures::end);
    }

    private static void end(Room room) {
        Set<Action> open = EnumSet.noneOf(Action.class); // the ends that are missing
        for (Entry entry : room.log().all().entries()) {
            if (entry.event() instanceof Moderated told) {
                Action end = ENDS.get(told.action());
                if (end != null) {
                    open.add(end);
                }
                open.remove(told.action());
            }
        }
        open.forEach(end -> room.announce(new Moderated(room.name(), end, "", SERVER, WHY, 0)));
    }
}
