package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Forgotten;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.room.Draft;
import chat.server.room.Rooms;
import chat.server.room.Traces;
import chat.server.session.Departures.Departure;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Removes what somebody has written in a room within some time, for everybody. Any thread. */
public final class Purges {
    private final SessionRegistry registry;
    private final Suspects suspects;
    private final Roles roles;
    private final Records records;
    private final Rooms rooms;
    private final InstantSource clock;

    Purges(
            SessionRegistry registry,
            Suspects suspects,
            Roles roles,
            Records records,
            Rooms rooms,
            InstantSource clock) {
        this.registry = registry;
        this.suspects = suspects;
        this.roles = roles;
        this.records = records;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * Removes it.
     *
     * @param by who does it
     * @param place in which room; in the lobby what is written in the lobby
     * @param whom a name, or of the server addresses
     * @param time how far back
     * @param reach nothing is removed that is older, in milliseconds since the epoch
     * @return what to answer, when no trace of it is left; fails as {@link Bans#ban} does
     */
    public CompletableFuture<Event> purge(Actor by, Place place, String whom, Duration time, long reach) {
        long asked = clock.millis() - time.toMillis();
        long since = Math.max(asked, reach);
        Set<Long> marks;
        UserName from;
        if (Bans.isAddress(whom)) {
            if (!place.isServer()) {
                return failed(Failure.Code.NOT_ALLOWED, "By addresses it can be done in the lobby only, by operators.");
            }
            try {
                marks = marksFrom(AddressPrefix.parse(whom));
            } catch (IllegalArgumentException e) {
                return failed(Failure.Code.BAD_ARGUMENTS, "That is no address: " + e.getMessage() + ".");
            }
            from = UserName.of("unknown"); // nobody can have that name
        } else {
            UserName name = UserName.parse(whom).orElse(null);
            if (name == null) {
                return failed(Failure.Code.NOT_FOUND, "User not found: " + whom + ".");
            }
            Failure refusal = suspects.refusal(suspects.find(name), by, place);
            if (refusal != null) {
                return CompletableFuture.completedFuture(refusal);
            }
            from = name;
            marks = marksOf(name, place, since);
        }
        marks.remove(Draft.UNMARKED);
        if (marks.isEmpty()) {
            return failed(Failure.Code.NOT_FOUND, "There is nothing here that " + whom + " has written lately.");
        }
        Traces traces = new Traces(marks, Set.of(), Optional.of(place.room().name()), since);
        CompletableFuture<Forgotten> removed =
                rooms.purge(from, by.name(), roles.isOperator(by), traces).orElse(null);
        if (removed == null) {
            return failed(
                    Failure.Code.SERVER_BUSY, "The server removes what others have written. Please try again soon.");
        }
        return removed.thenCombine(
                records.add(by, "purge", whom, place, Terms.NONE),
                (gone, entry) -> new Done("Removed for good: " + gone.lines() + (gone.lines() == 1 ? " line" : " lines")
                        + " of " + whom + " in " + place.room().name() + "."
                        + (since > asked ? " What is older than your own coming stays." : "")));
    }

    /** The marks of who goes by a name, did lately, or wrote something under it that the room remembers. */
    private Set<Long> marksOf(UserName name, Place place, long since) {
        Set<Long> marks = new HashSet<>();
        suspects.find(name).here().forEach(session -> marks.add(session.mark()));
        registry.departures().of(name).stream().map(Departure::mark).forEach(marks::add);
        marks.addAll(place.room().log().marksOf(name, since));
        return marks;
    }

    private Set<Long> marksFrom(AddressPrefix addresses) {
        Set<Long> marks = new HashSet<>();
        suspects.from(addresses).stream()
                .filter(Session::hasName)
                .map(Session::mark)
                .forEach(marks::add);
        registry.departures().from(addresses).stream().map(Departure::mark).forEach(marks::add);
        return marks;
    }

    private static CompletableFuture<Event> failed(Failure.Code code, String sentence) {
        return CompletableFuture.completedFuture(new Failure(code, sentence));
    }
}
