package chat.server.room;

import chat.common.event.Authored;

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
        if (draft.event() instanceof Authored told) {
            people.find(draft.author(), told.from()).ifPresent(member -> member.notKept(room, told, why));
        }
    }
}
