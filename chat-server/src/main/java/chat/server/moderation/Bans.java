package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Moderated.Action;
import chat.common.event.SanctionList;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.name.NameRules;
import chat.server.room.Rooms;
import chat.server.sanction.Sanction;
import chat.server.sanction.Sanction.Kind;
import chat.server.sanction.Sanctions;
import chat.server.sanction.Target;
import chat.server.session.Ending;
import chat.server.session.Eviction;
import chat.server.session.LocalTimes;
import chat.server.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps people out, or from writing. Any thread; what is answered as done is kept. */
public final class Bans {
    /** How many are listed at once. */
    private static final int MOST_LISTED = 100;

    /**
     * How long is what somebody does who looks after a room only because they came first. Else an old room would belong for
     * good to the first stranger who comes.
     */
    private static final Duration STRANGERS_TIME = Duration.ofDays(1);

    private final Sanctions sanctions;
    private final Suspects suspects;
    private final Roles roles;
    private final Records records;
    private final SanctionWords words;
    private final Rooms rooms;
    private final InstantSource clock;
    private final LocalTimes times;

    Bans(
            Sanctions sanctions,
            Suspects suspects,
            Roles roles,
            Records records,
            SanctionWords words,
            Rooms rooms,
            InstantSource clock,
            LocalTimes times) {
        this.sanctions = sanctions;
        this.suspects = suspects;
        this.roles = roles;
        this.records = records;
        this.words = words;
        this.rooms = rooms;
        this.clock = clock;
        this.times = times;
    }

    /**
     * Bans somebody or some addresses.
     *
     * @param by who does it
     * @param place where
     * @param whom a name, an address, or the beginning of addresses
     * @param terms how long, and why
     * @return what to answer; fails with a {@link chat.server.room.NotKeptException} if it cannot be kept, and then nothing
     *     is done
     */
    public CompletableFuture<Event> ban(Actor by, Place place, String whom, Terms terms) {
        if (whom.matches("\\d+(\\.\\d+){1,2}\\.?")
                && UserName.parse(whom).filter(suspects::isSomebody).isEmpty()) {
            return told(new Failure(
                    Failure.Code.BAD_ARGUMENTS,
                    "That is a part of an address only (expected: like 192.0.2.7 or 192.0.2.0/24)."));
        }
        if (!isAddress(whom)
                || UserName.parse(whom).filter(suspects::isSomebody).isPresent()) {
            return sanction(Kind.BAN, by, place, whom, terms);
        }
        AddressPrefix addresses;
        try {
            addresses = AddressPrefix.parse(whom);
        } catch (IllegalArgumentException e) {
            return told(new Failure(Failure.Code.BAD_ARGUMENTS, "That is no address: " + e.getMessage() + "."));
        }
        Failure refusal = suspects.refusal(addresses, by, place);
        if (refusal != null) {
            return told(refusal);
        }
        return keep(Kind.BAN, by, place, new Target.Net(addresses), terms).thenApply(kept -> {
            if (kept == null) {
                return full(place);
            }
            List<Session> hit = suspects.from(addresses);
            return carriedOut(kept, by, place, terms, hit, BanWords.counted(hit));
        });
    }

    /**
     * Keeps somebody from writing.
     *
     * @param by who does it
     * @param place where
     * @param whom a name
     * @param terms how long, and why
     * @return as with {@link #ban}
     */
    public CompletableFuture<Event> mute(Actor by, Place place, String whom, Terms terms) {
        if (isAddress(whom) && UserName.parse(whom).filter(suspects::isSomebody).isEmpty()) {
            return told(Suspects.notAllowed(
                    "An address cannot be muted. Please name somebody, or /ban " + whom + " in the lobby."));
        }
        return sanction(Kind.MUTE, by, place, whom, terms);
    }

    private CompletableFuture<Event> sanction(Kind kind, Actor by, Place place, String whom, Terms asked) {
        UserName name = UserName.parse(whom).orElse(null);
        if (name == null) {
            return told(new Failure(Failure.Code.NOT_FOUND, "User not found: " + whom + "."));
        }
        if (NameRules.isReserved(name)) {
            return told(Suspects.notAllowed(name + " is a word by which nobody here can be called."));
        }
        Suspect suspect = suspects.find(name, by, place);
        Failure refusal = suspects.refusal(suspect, by, place);
        if (refusal != null) {
            return told(refusal);
        }
        Terms terms = roles.isAppointed(by, place.room()) ? asked : asked.atMost(STRANGERS_TIME);
        String shorter = terms.equals(asked) ? "" : " You came first, so it is for a day at most.";
        List<Sanction> former = sanctions.like(kind, place.name(), suspect.target());
        Optional<Sanction> standing = former.stream()
                .filter(before -> !roles.mayUndo(by, place, before.by()))
                .findFirst();
        if (standing.isPresent()) {
            return told(Suspects.notAllowed(name + " is banned or muted by "
                    + standing.get().by() + " already, whose word you cannot change."));
        }
        List<Session> held = suspects.heldBy(former);
        return keep(kind, by, place, suspects.target(suspect, former, by, place), terms)
                .thenApply(kept -> {
                    if (kept == null) {
                        return full(place);
                    }
                    List<Session> hit = suspects.stillHere(suspect, by, place);
                    hold(kept, Stream.concat(hit.stream(), held.stream()));
                    return carriedOut(
                            kept,
                            by,
                            place,
                            terms,
                            hit,
                            BanWords.renamed(suspect, place, hit)
                                    + BanWords.about(kind, suspect)
                                    + (kind == Kind.BAN && suspects.isForOperator(by) ? BanWords.from(suspect) : "")
                                    + shorter);
                });
    }

    /** It hits them whatever they are called. */
    private static void hold(Sanction kept, Stream<Session> hit) {
        hit.distinct().forEach(session -> session.later(() -> session.identity().hold(List.of(kept.id()))));
    }

    private CompletableFuture<@Nullable Sanction> keep(Kind kind, Actor by, Place place, Target target, Terms terms) {
        Instant now = clock.instant();
        Instant since = sanctions.like(kind, place.name(), target).stream()
                .map(Sanction::since)
                .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
        Sanction wanted = new Sanction(
                0, kind, place.name(), target, by.name().toString(), terms.because(), since, terms.until(now));
        Action action = kind == Kind.BAN ? Action.BAN : Action.MUTE;
        return records.together(() -> sanctions
                .add(wanted)
                .map(kept -> kept.thenCombine(
                        records.add(by, action, target.shown(), place, terms), (sanction, entry) -> sanction))
                .orElse(CompletableFuture.completedFuture(null)));
    }

    private Event full(Place place) {
        int here = sanctions.of(place.name()).size();
        return new Failure(
                Failure.Code.SERVER_BUSY,
                place.isServer() || here >= Sanctions.MOST_OF_ROOM
                        ? "There are " + here + " bans and mutes in " + place.words()
                                + ", which is the most. Please take some back: /bans lists them, /unban all takes all back."
                        : "Beyond " + Sanctions.OWN_OF_ROOM + " of each, all rooms together have "
                                + Sanctions.MOST_OF_ROOMS
                                + " bans and mutes, which is the most. Please take some back, or ask an operator.");
    }

    private Event carriedOut(Sanction kept, Actor by, Place place, Terms terms, List<Session> hit, String afterwards) {
        boolean ban = kept.kind() == Kind.BAN;
        place.announce(ban ? Action.BAN : Action.MUTE, BanWords.toRooms(kept.target()), by, terms);
        for (Session session : hit) {
            if (!ban) {
                Eviction.tell(session, words.told(kept));
            } else if (place.isServer()) {
                Eviction.fromServer(session, words.told(kept), Ending.BANNED);
            } else {
                Eviction.fromRoom(session, words.told(kept), place.room(), rooms.lobby());
            }
        }
        String until = kept.until()
                .map(moment -> " until " + times.of(moment.toEpochMilli()))
                .orElse("");
        return new Done(kept.target().shown() + (ban ? " is banned from " : " may not write in ") + place.words()
                + until + " (number " + kept.id() + ")." + afterwards);
    }

    /** Whether a word is an address rather than a name, which has no dot or colon with a digit first. */
    static boolean isAddress(String word) {
        return word.indexOf(':') >= 0 || word.indexOf('/') >= 0 || word.matches("\\d+(\\.\\d+){3}");
    }

    /**
     * Who is kept out or from writing.
     *
     * @param place where
     * @return what to answer
     */
    public SanctionList list(Place place) {
        List<Sanction> all = sanctions.of(place.name());
        List<SanctionList.Row> rows =
                all.stream().limit(MOST_LISTED).map(this::row).toList();
        return new SanctionList(place.words(), rows, all.size() - rows.size());
    }

    private SanctionList.Row row(Sanction sanction) {
        return new SanctionList.Row(
                sanction.id(),
                sanction.kind() == Kind.BAN ? Action.BAN : Action.MUTE,
                sanction.target().shown(),
                sanction.by(),
                sanction.because(),
                sanction.until().map(moment -> times.of(moment.toEpochMilli())).orElse(""));
    }

    private static CompletableFuture<Event> told(Event event) {
        return CompletableFuture.completedFuture(event);
    }
}
