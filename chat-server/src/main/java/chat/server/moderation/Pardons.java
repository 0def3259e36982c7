package chat.server.moderation;

import chat.common.RoomName;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Moderated.Action;
import chat.server.audit.Actor;
import chat.server.limit.AddressPrefix;
import chat.server.room.Rooms;
import chat.server.sanction.Sanction;
import chat.server.sanction.Sanction.Kind;
import chat.server.sanction.Sanctions;
import chat.server.sanction.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes bans and mutes back. Any thread; what is answered as done is kept. */
public final class Pardons {
    /** How many are named in an answer. */
    private static final int MOST_NAMED = 5;

    private final Sanctions sanctions;
    private final Records records;
    private final Roles roles;
    private final Rooms rooms;

    Pardons(Sanctions sanctions, Records records, Roles roles, Rooms rooms) {
        this.sanctions = sanctions;
        this.records = records;
        this.roles = roles;
        this.rooms = rooms;
    }

    /**
     * Lets somebody in again, or write again.
     *
     * @param kind which of both; null for any
     * @param by who does it
     * @param place where
     * @param what a number, with # or without, a name or addresses, as {@link Bans#list} tells them
     * @return what to answer; as with {@link Bans#ban}
     */
    public CompletableFuture<Event> lift(@Nullable Kind kind, Actor by, Place place, String what) {
        List<Sanction> all = sanctions.of(place.name()).stream()
                .filter(sanction -> kind == null || sanction.kind() == kind)
                .toList();
        List<Sanction> meant =
                all.stream().filter(sanction -> isMeant(sanction, what)).toList();
        if (meant.isEmpty()) {
            return told(new Failure(Failure.Code.NOT_FOUND, nothing(all, place, what)));
        }
        if (isTwofold(meant, what)) {
            return told(new Failure(
                    Failure.Code.BAD_ARGUMENTS,
                    what + " is a number and a name here: "
                            + meant.stream().map(Pardons::named).collect(Collectors.joining(", "))
                            + ". Please type one of these numbers, with the #."));
        }
        List<Sanction> lifted = liftable(meant, by, place);
        if (lifted.isEmpty()) {
            return told(Suspects.notAllowed(
                    "That was done by " + meant.get(0).by() + ", whose word you cannot take back."));
        }
        return records.together(() -> taken(lifted, by, place)).thenApply(done -> {
            for (Sanction sanction : lifted) {
                Action action = sanction.kind() == Kind.BAN ? Action.UNBAN : Action.UNMUTE;
                place.announce(action, BanWords.toRooms(sanction.target()), by, Terms.NONE);
            }
            return new Done(lifted.size() == 1 ? "1 ban or mute is taken back." : lifted.size() + " are taken back.");
        });
    }

    private List<Sanction> liftable(List<Sanction> meant, Actor by, Place place) {
        return meant.stream()
                .filter(sanction -> roles.mayUndo(by, place, sanction.by()))
                .toList();
    }

    /** A number without # may be the name of somebody, too. */
    private static boolean isTwofold(List<Sanction> meant, String what) {
        return meant.stream().anyMatch(sanction -> isNumber(sanction, what))
                && meant.stream().anyMatch(sanction -> !isNumber(sanction, what));
    }

    private static String named(Sanction sanction) {
        return "#" + sanction.id() + " (" + sanction.target().shown() + ")";
    }

    /** What is banned that has to do with it, or that nothing is. */
    private static String nothing(List<Sanction> all, Place place, String what) {
        Optional<AddressPrefix> addresses = place.isServer() ? addresses(what) : Optional.empty();
        List<Sanction> covering = addresses.stream()
                .flatMap(asked -> all.stream().filter(sanction -> covers(sanction.target(), asked)))
                .limit(MOST_NAMED)
                .toList();
        return covering.isEmpty()
                ? "Nothing like " + what + " is banned or muted in " + place.words() + ". Type /bans to see who is."
                : what + " is not banned by itself, but covered by "
                        + covering.stream().map(Pardons::named).collect(Collectors.joining(", "))
                        + ". To take that back, type /unban #" + covering.get(0).id();
    }

    private static boolean covers(Target target, AddressPrefix asked) {
        return target instanceof Target.Net net
                ? net.addresses().overlaps(asked)
                : target instanceof Target.Person person
                        && person.addresses().stream().anyMatch(asked::overlaps);
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

    /**
     * Takes all back.
     *
     * @param by who does it
     * @param place where
     * @return what to answer; as with {@link Bans#ban}
     */
    public CompletableFuture<Event> liftAll(Actor by, Place place) {
        return liftAll(by, place.name(), Optional.of(place));
    }

    /**
     * Takes all back that was done in a room.
     *
     * @param by who does it, who need not be there
     * @param room which; there may be no such room any more
     * @return what to answer; as with {@link Bans#ban}
     */
    public CompletableFuture<Event> liftAll(Actor by, RoomName room) {
        return liftAll(by, Optional.of(room), rooms.find(room).map(Place::new));
    }

    private CompletableFuture<Event> liftAll(Actor by, Optional<RoomName> reach, Optional<Place> told) {
        List<Sanction> all = sanctions.of(reach);
        List<Sanction> lifted = told.map(place -> liftable(all, by, place)).orElse(all);
        String words = reach.map(RoomName::toString).orElse("this server");
        if (lifted.isEmpty()) {
            return told(
                    all.isEmpty()
                            ? new Failure(Failure.Code.NOT_FOUND, "Nobody is banned or muted in " + words + ".")
                            : Suspects.notAllowed("That was done by others, whose word you cannot take back."));
        }
        String stay = all.size() == lifted.size()
                ? ""
                : " Others stay, which were said by those whose word you cannot take back.";
        return records.together(() -> sanctions
                        .remove(lifted)
                        .thenCombine(
                                records.add(by, Action.UNBAN.wire(), "all", reach, Terms.NONE), (done, entry) -> entry))
                .thenApply(entry -> {
                    told.ifPresent(place -> place.announce(Action.UNBAN, "everybody", by, Terms.NONE));
                    return new Done("All " + lifted.size() + " bans and mutes in " + words + " are taken back." + stay);
                });
    }

    private static boolean isMeant(Sanction sanction, String what) {
        return isNumber(sanction, what)
                || sanction.target().shown().equalsIgnoreCase(what)
                || (sanction.target() instanceof Target.Net net
                        && addresses(what).filter(net.addresses()::equals).isPresent());
    }

    private static boolean isNumber(Sanction sanction, String what) {
        String number = Long.toString(sanction.id());
        return what.equals(number) || what.equals("#" + number);
    }

    private static Optional<AddressPrefix> addresses(String what) {
        try {
            return Bans.isAddress(what) ? Optional.of(AddressPrefix.parse(what)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CompletableFuture<Event> told(Event event) {
        return CompletableFuture.completedFuture(event);
    }
}
