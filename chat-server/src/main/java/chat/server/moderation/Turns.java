package chat.server.moderation;

import chat.common.RoomName;
import chat.server.room.Member;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When people last wrote in rooms that are slowed down: by session, and by mark, so that who connects again has not got
 * another turn. Of more than {@value #MOST} the earliest are forgotten. Thread-safe.
 */
final class Turns {
    /** How many are remembered. */
    static final int MOST = 20_000;

    private record Turn(RoomName room, boolean session, long number) {}

    /** Guarded by this. */
    private final Map<Turn, Long> last = new LinkedHashMap<>();

    /** After how many seconds somebody may write again; 0 if they may now, which they do then. */
    synchronized long secondsToNext(RoomName room, Member member, Duration slow, long now) {
        Turn visit = new Turn(room, true, member.id());
        Turn person = new Turn(room, false, member.mark());
        long never = now - slow.toMillis();
        long before = Math.max(last.getOrDefault(visit, never), last.getOrDefault(person, never));
        long missing = before + slow.toMillis() - now;
        if (missing > 0) {
            return (missing + 999) / 1000;
        }
        remember(visit, now);
        remember(person, now);
        return 0;
    }

    private void remember(Turn turn, long now) {
        last.remove(turn);
        last.put(turn, now);
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }
}
