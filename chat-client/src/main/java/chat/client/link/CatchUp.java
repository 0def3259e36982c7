package chat.client.link;

import chat.client.link.Whereabouts.Place;
import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Authored;
import chat.common.event.Failure;
import chat.common.event.HistoryTold;
import chat.common.event.Presence;
import chat.common.event.Received;
import chat.common.event.RoomEvent;
import chat.common.event.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told in our rooms while there was no connection, as their histories tell it: brings it to whoever uses the link,
 * without what that knows already. On the link's thread.
 */
final class CatchUp {
    /** How often a room may lose more of its history while it is read. */
    private static final int MOST_GONE = 5;

    private final Conversation conversation;
    private final Luggage luggage;
    private final List<RoomName> gone = new ArrayList<>();
    private @Nullable Place place;
    private @Nullable Place asked;
    private int holes;
    private int lines;

    CatchUp(Conversation conversation, Luggage luggage) {
        this.conversation = conversation;
        this.luggage = luggage;
    }

    /** What to ask for what comes behind an entry. */
    static String after(String id, RoomName room) {
        return "/history after " + id + " " + room;
    }

    /** A room's history is about to be told; null if something else is. */
    void begin(@Nullable Place next) {
        if (next != asked) {
            holes = 0;
        }
        asked = next;
        place = next;
    }

    /** History is told. */
    void take(RoomEvent event, Received received) {
        Place reading = place;
        String id = received.id();
        if (reading == null || id == null || !event.room().equals(reading.room())) {
            return;
        }
        reading.read(id);
        if (reading.isOwn(id) || (event instanceof Presence presence && isOnlyMe(presence))) {
            return;
        }
        if (event instanceof Authored told) {
            Line line = told.from().equals(luggage.identity().name())
                    ? luggage.doubts().recognize(told)
                    : null;
            if (line != null) { // here is the answer that was lost
                conversation.answered(line, new Received(new Said(event.room()), id, received.at(), line.tag()));
                return;
            }
            lines++;
        }
        conversation.happened(received);
    }

    /** That somebody of our name came and went is told to the others only, as it is when it happens. */
    private boolean isOnlyMe(Presence presence) {
        List<UserName> about = new ArrayList<>(presence.joined());
        about.addAll(presence.left());
        presence.renamed().forEach(rename -> about.add(rename.to()));
        return about.stream().allMatch(name -> name.equals(luggage.identity().name()));
    }

    /**
     * A room's history has been told.
     *
     * @return what to ask next; null if that was all of it
     */
    @Nullable
    String answered(Received answer) {
        Place reading = place;
        String id = answer.id();
        place = null;
        if (reading == null) {
            return null;
        }
        if (answer.event() instanceof HistoryTold told) {
            if (id != null) {
                reading.read(id);
            }
            return told.next().isEmpty() || id == null ? null : after(id, reading.room());
        }
        if (!(answer.event() instanceof Failure failure)) {
            return null;
        }
        if (!gone.contains(reading.room())) { // whatever the reason is, not all of it was told
            gone.add(reading.room());
        }
        if (failure.code() != Failure.Code.HISTORY_GONE || id == null || ++holes > MOST_GONE) {
            return null;
        }
        reading.read(id);
        return after(id, reading.room());
    }

    /** What has been told by now. */
    Missed missed() {
        return new Missed(lines, gone, luggage.whereabouts().current());
    }
}
