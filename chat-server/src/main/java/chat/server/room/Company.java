package chat.server.room;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Presence;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The people of a room, and what they are told of each other's coming and going. Thread-safe. */
final class Company {
    private final People people = new People();
    private final Attendance attendance;
    private final BooleanSupplier isUsed;

    /**
     * Begins with nobody.
     *
     * @param isUsed whether something has happened in the room, so that there may be somebody to be told
     * @param publish takes notices
     */
    Company(RoomName room, Timer timer, BooleanSupplier isUsed, Consumer<Draft> publish) {
        this.isUsed = isUsed;
        this.attendance = new Attendance(room, timer, people::names, publish);
    }

    People people() {
        return people;
    }

    /** Somebody comes in; false if nobody does any more. */
    boolean enter(Member member) {
        People.Arrival arrival = people.add(member);
        if (arrival == People.Arrival.CAME) {
            if (isUsed.getAsBoolean() || people.size() > 1) { // else there is nobody to be told, now or later
                attendance.joined(member);
            } else {
                attendance.alone(member);
            }
        }
        return arrival != People.Arrival.CLOSED;
    }

    /** Somebody goes. */
    People.Departure exit(Member member) {
        People.Departure departure = people.remove(member);
        if (departure.gone() && (isUsed.getAsBoolean() || people.size() > 0)) {
            attendance.left(member.name(), member);
        }
        return departure;
    }

    /**
     * Somebody has a new name already, under which they may be here by another connection.
     *
     * @return who has been here longest from now on, if that was whoever had the name before and has gone
     */
    @Nullable
    Member renamed(Member member, UserName before) {
        People.Renaming renaming = people.rename(member, before);
        if (renaming.gone() && renaming.came()) {
            attendance.renamed(member, before);
        } else if (renaming.came()) {
            attendance.joined(member);
        } else if (renaming.gone()) {
            attendance.left(before, member);
        }
        return renaming.heir();
    }

    void beforeWordsOf(Member member) {
        attendance.beforeWordsOf(member);
    }

    /** A notice was kept. In the room's order. */
    void kept(Presence notice) {
        attendance.kept(notice);
    }

    /** A notice could not be kept. In the room's order. */
    void refused() {
        attendance.refused();
    }
}
