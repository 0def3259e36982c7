package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Moderated.Action;
import chat.common.event.SanctionList;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.room.Rooms;
import chat.server.sanction.Sanction;
import chat.server.sanction.Sanction.Kind;
import chat.server.sanction.Sanctions;
import chat.server.sanction.Target;
import chat.server.session.Ending;
import chat.server.session.Eviction;
import chat.server.session.LocalTimes;
import chat.server.session.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps people out, or from writing, and lets them again. Any thread; what is answered as done is kept. */
public final class Bans {
    /** How many are listed at once. */
    private static final int MOST_LISTED = 100;

    /** How many addresses are named in an answer. */
    private static final int MOST_NAMED = 5;

    private final Sanctions sanctions;
    private final Suspects suspects;
    private final Records records;
    private final SanctionWords words;
    private final Rooms rooms;
    private final InstantSource clock;
    private final LocalTimes times;

    Bans(
            Sanctions sanctions,
            Suspects suspects,
            Records records,
            SanctionWords words,
            Rooms rooms,
            InstantSource clock,
            LocalTimes times) {
        this.sanctions = sanctions;
        this.suspects = suspects;
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
        if (!isAddress(whom)) {
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
        List<Session> hit = suspects.from(addresses);
        return keep(Kind.BAN, by, place, new Target.Net(addresses), terms)
                .thenApply(kept -> kept == null ? full() : carriedOut(kept, by, place, terms, hit, ""));
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
        return sanction(Kind.MUTE, by, place, whom, terms);
    }

    private CompletableFuture<Event> sanction(Kind kind, Actor by, Place place, String whom, Terms terms) {
        UserName name = UserName.parse(whom).orElse(null);
        if (name == null) {
            return told(new Failure(Failure.Code.NOT_FOUND, "User not found: " + whom + "."));
        }
        Suspect suspect = suspects.find(name);
        Failure refusal = suspects.refusal(suspect, by, place);
        if (refusal != null) {
            return told(refusal);
        }
        return keep(kind, by, place, suspect.target(), terms)
                .thenApply(kept -> kept == null
                        ? full()
                        : carriedOut(
                                kept,
                                by,
                                place,
                                terms,
                                suspect.here(),
                                neighbours(kind, suspect) + from(kind, suspect, by)));
    }

    /** For operators: which addresses that covers, and how to ban all of them; nobody else learns addresses. */
    private String from(Kind kind, Suspect suspect, Actor by) {
        if (kind != Kind.BAN || suspect.addresses().isEmpty() || !suspects.isForOperator(by)) {
            return "";
        }
        String all = suspect.addresses().stream()
                .limit(MOST_NAMED)
                .map(AddressPrefix::toString)
                .collect(Collectors.joining(", "));
        AddressPrefix first = suspect.addresses().get(0);
        return " It covers guests from " + all
                + (suspect.addresses().size() > MOST_NAMED ? " and others" : "")
                + ". To ban everybody from there: in the lobby, /ban " + first;
    }

    private static String neighbours(Kind kind, Suspect suspect) {
        if (suspect.neighbours() == 0) {
            return suspect.here().isEmpty() ? " Nobody here goes by that name now." : "";
        }
        String others =
                suspect.neighbours() == 1 ? " 1 other here comes" : " " + suspect.neighbours() + " others here come";
        return others + " from the same address"
                + (kind == Kind.BAN
                        ? ": they stay, but from there only who logs in comes in again."
                        : ": there only who logs in may write.");
    }

    private CompletableFuture<@Nullable Sanction> keep(Kind kind, Actor by, Place place, Target target, Terms terms) {
        if (sanctions.isFull()) {
            return CompletableFuture.completedFuture(null);
        }
        Instant now = clock.instant();
        Sanction wanted = new Sanction(
                0, kind, place.name(), target, by.name().toString(), terms.because(), now, terms.until(now));
        Action action = kind == Kind.BAN ? Action.BAN : Action.MUTE;
        return records.together(() -> sanctions
                .add(wanted)
                .thenCombine(records.add(by, action, target.shown(), place, terms), (kept, entry) -> kept));
    }

    private static Event full() {
        return new Failure(
                Failure.Code.SERVER_BUSY,
                "There are " + Sanctions.MOST + " bans and mutes, which is the most. Please take some back: /bans");
    }

    private Event carriedOut(Sanction kept, Actor by, Place place, Terms terms, List<Session> hit, String afterwards) {
        boolean ban = kept.kind() == Kind.BAN;
        String whom =
                kept.target().person() == null ? "an address" : kept.target().shown();
        place.announce(ban ? Action.BAN : Action.MUTE, whom, by, terms);
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

    /**
     * Lets somebody in again, or write again.
     *
     * @param kind which of both; null for any
     * @param by who does it
     * @param place where
     * @param what a number, a name or addresses, as {@link #list} tells them
     * @return what to answer; as with {@link #ban}
     */
    public CompletableFuture<Event> lift(@Nullable Kind kind, Actor by, Place place, String what) {
        List<Sanction> lifted = sanctions.of(place.name()).stream()
                .filter(sanction -> kind == null || sanction.kind() == kind)
                .filter(sanction -> isMeant(sanction, what))
                .toList();
        if (lifted.isEmpty()) {
            return told(new Failure(
                    Failure.Code.NOT_FOUND,
                    "Nothing like " + what + " is banned or muted in " + place.words()
                            + ". Type /bans to see who is."));
        }
        return records.together(() -> taken(lifted, by, place)).thenApply(done -> {
            for (Sanction sanction : lifted) {
                String whom = sanction.target().person() == null
                        ? "an address"
                        : sanction.target().shown();
                place.announce(sanction.kind() == Kind.BAN ? Action.UNBAN : Action.UNMUTE, whom, by, Terms.NONE);
            }
            return new Done(lifted.size() == 1 ? "1 ban or mute is taken back." : lifted.size() + " are taken back.");
        });
    }

    private CompletableFuture<Void> taken(List<Sanction> lifted, Actor by, Place place) {
        CompletableFuture<Void> kept = sanctions.remove(lifted);
        for (Sanction sanction : lifted) {
            Action action = sanction.kind() == Kind.BAN ? Action.UNBAN : Action.UNMUTE;
            kept = CompletableFuture.allOf(
                    kept, records.add(by, action, sanction.target().shown(), place, Terms.NONE));
        }
        return kept;
    }

    private static boolean isMeant(Sanction sanction, String what) {
        String shown = sanction.target().shown();
        return Long.toString(sanction.id()).equals(what)
                || shown.equalsIgnoreCase(what)
                || (isAddress(what) && isSame(sanction.target(), what));
    }

    private static boolean isSame(Target target, String address) {
        try {
            return target instanceof Target.Net net && net.addresses().equals(AddressPrefix.parse(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
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
