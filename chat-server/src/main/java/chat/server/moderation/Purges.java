package chat.server.moderation;

import chat.common.Period;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Forgotten;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.mail.MailStore;
import chat.server.room.Draft;
import chat.server.room.NotKeptException;
import chat.server.room.Rooms;
import chat.server.room.Traces;
import chat.server.session.Departures.Departure;
import chat.server.session.SessionRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Removes what somebody has written in a room within some time, for everybody; in the lobby also what they have written
 * privately to those who are away, and nobody has read. Any thread.
 */
public final class Purges {
    private final SessionRegistry registry;
    private final Suspects suspects;
    private final Roles roles;
    private final Records records;
    private final Rooms rooms;
    private final MailStore letters;
    private final InstantSource clock;

    Purges(
            SessionRegistry registry,
            Suspects suspects,
            Roles roles,
            Records records,
            Rooms rooms,
            MailStore letters,
            InstantSource clock) {
        this.registry = registry;
        this.suspects = suspects;
        this.roles = roles;
        this.records = records;
        this.rooms = rooms;
        this.letters = letters;
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
     * @return what to answer, when no trace of it is left; or that not all could be removed
     */
    public CompletableFuture<Event> purge(Actor by, Place place, String whom, Duration time, long reach) {
        long asked = clock.millis() - time.toMillis();
        long since = Math.max(asked, reach);
        Set<Long> marks;
        Set<UserName> authors = Set.of();
        Optional<UserName> from;
        if (Bans.isAddress(whom)) {
            if (!place.isServer()) {
                return failed(Failure.Code.NOT_ALLOWED, "By addresses it can be done in the lobby only, by operators.");
            }
            AddressPrefix addresses;
            try {
                addresses = AddressPrefix.parse(whom);
            } catch (IllegalArgumentException e) {
                return failed(Failure.Code.BAD_ARGUMENTS, "That is no address: " + e.getMessage() + ".");
            }
            Failure refusal = suspects.refusal(addresses);
            if (refusal != null) {
                return CompletableFuture.completedFuture(refusal);
            }
            marks = marksFrom(addresses);
            from = Optional.empty();
        } else {
            UserName name = UserName.parse(whom).orElse(null);
            if (name == null) {
                return failed(Failure.Code.NOT_FOUND, "User not found: " + whom + ".");
            }
            Failure refusal = suspects.refusal(suspects.find(name), by, place);
            if (refusal != null) {
                return CompletableFuture.completedFuture(refusal);
            }
            from = Optional.of(name);
            authors = Set.of(name);
            marks = marksOf(name, place, since);
        }
        marks.remove(Draft.UNMARKED);
        if (marks.isEmpty() && authors.isEmpty()) {
            return failed(Failure.Code.NOT_FOUND, "There is nothing here that " + whom + " has written lately.");
        }
        Traces traces =
                new Traces(marks, authors, Set.of(), Optional.of(place.room().name()), since);
        // what waits goes first: then the file is swept of it with the rest
        CompletableFuture<Integer> mail =
                place.isServer() ? letters.forget(marks, since) : CompletableFuture.completedFuture(0);
        CompletableFuture<Forgotten> removed =
                rooms.purge(from, by.name(), roles.isOperator(by), traces).orElse(null);
        Duration span = Duration.ofMillis(clock.millis() - since);
        if (removed == null) {
            String busy = "The server removes what others have written. Please try again soon.";
            return mail.thenCompose(count -> count == 0
                    ? failed(Failure.Code.SERVER_BUSY, busy)
                    : recorded(by, place, whom, span, new Gone(0, count), " " + busy));
        }
        String older = since > asked ? " What is older than your own coming stays." : "";
        return removed.thenCombine(mail, (gone, letters) -> new Gone(gone.lines(), letters))
                .handle((gone, error) -> error == null
                        ? recorded(by, place, whom, span, gone, older)
                        : partlyRecorded(by, place, whom, span, error))
                .thenCompose(answer -> answer);
    }

    /** What was removed: of a room, and private messages that were waiting. */
    private record Gone(long lines, int letters) {
        String words(String of) {
            String written = counted(lines, "line") + of;
            String waiting = counted(letters, "private message") + " that nobody had read";
            return letters == 0 ? written : lines == 0 ? waiting : written + ", and " + waiting;
        }

        private static String counted(long count, String what) {
            return count + " " + what + (count == 1 ? "" : "s");
        }
    }

    /** Written down when it is done, with how far back it reached. */
    private CompletableFuture<Event> recorded(
            Actor by, Place place, String whom, Duration span, Gone gone, String older) {
        if (gone.lines == 0 && gone.letters == 0) {
            return failed(
                    Failure.Code.NOT_FOUND, "There is nothing here that " + whom + " has written lately." + older);
        }
        String done = "Removed for good: "
                + gone.words(" of " + whom + " in " + place.room().name()) + "." + older;
        Terms back = new Terms(Optional.empty(), gone.words(" of the last " + words(span)));
        return records.addDone(by, "purge", whom, place.ofRoom(), back, done);
    }

    /** Lines or letters may be gone though the rest could not be removed; how many is not known. */
    private CompletableFuture<Event> partlyRecorded(
            Actor by, Place place, String whom, Duration span, Throwable error) {
        String what = "what could be removed of the last " + words(span) + ", which is not all";
        return records.add(by, "purge", whom, place.ofRoom(), new Terms(Optional.empty(), what))
                .handle((kept, refusal) -> notRemoved(whom, error));
    }

    private static String words(Duration span) {
        return Period.words(Math.max(1, span.toSeconds()));
    }

    private static Event notRemoved(String whom, Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return new Failure(
                    Failure.Code.NOT_REMOVED,
                    "Some or all of what " + whom + " has written is still there (" + refusal.getMessage()
                            + "). Please try again later.");
        }
        throw new CompletionException(error);
    }

    /**
     * The marks of who goes by a name, did lately, or wrote something under it that the room remembers; with those of their
     * other names, as a guest's mark is of the name.
     */
    private Set<Long> marksOf(UserName name, Place place, long since) {
        Suspect suspect = suspects.find(name);
        Set<Long> marks = new HashSet<>();
        suspect.here()
                .forEach(session -> marks.addAll(session.identity().traces().marks()));
        marks.addAll(registry.departures().marksOf(name));
        suspect.account()
                .filter(account -> account.name().equals(name))
                .ifPresent(account -> marks.add(registry.marks().of(account.id())));
        marks.addAll(place.room().log().marksOf(name, since));
        return marks;
    }

    private Set<Long> marksFrom(AddressPrefix addresses) {
        Set<Long> marks = new HashSet<>();
        suspects.from(addresses).stream()
                .filter(session -> session.hasName() && !roles.isOperator(session))
                .forEach(session -> marks.addAll(session.identity().traces().marks()));
        registry.departures().from(addresses).stream()
                .filter(gone -> !roles.isOperator(gone.who().account()))
                .map(Departure::mark)
                .forEach(marks::add);
        return marks;
    }

    private static CompletableFuture<Event> failed(Failure.Code code, String sentence) {
        return CompletableFuture.completedFuture(new Failure(code, sentence));
    }
}
