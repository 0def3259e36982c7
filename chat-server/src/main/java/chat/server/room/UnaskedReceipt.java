package chat.server.room;

import chat.common.UserName;
import chat.common.event.Action;
import chat.common.event.Message;
import chat.common.event.RoomEvent;
import org.jspecify.annotations.Nullable;

/** For authors who want to know only if it could not be kept. One for all of a room, so that it costs nothing. */
final class UnaskedReceipt implements Receipt {
    private final Room room;
    private final People people;

    UnaskedReceipt(Room room, People people) {
        this.room = room;
        this.people = people;
    }

    @Override
    public void kept(Entry entry) {
        room.kept(entry);
    }

    @Override
    public void refused(Draft draft, String why) {
        room.refused(draft);
        UserName author = author(draft.event());
        if (author != null) {
            people.find(draft.author(), author).ifPresent(member -> member.notKept(room, why));
        }
    }

    /** Who said or did it; null for notices. */
    private static @Nullable UserName author(RoomEvent event) {
        if (event instanceof Message message) {
            return message.from();
        }
        return event instanceof Action action ? action.from() : null;
    }
}
