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
import org.jspecify.annotations.Nullable;

/** Takes bans and mutes back. Any thread; what is answered as done is kept. */
public final class Pardons {
    private final Sanctions sanctions;
    private final Records records;
    private final Rooms rooms;

    Pardons(Sanctions sanctions, Records records, Rooms rooms) {
        this.sanctions = sanctions;
        this.records = records;
        this.rooms = rooms;
    }

    /**
     * Lets somebody in again, or write again.
     *
     * @param kind which of both; null for any
     * @param by who does it
     * @param place where
     * @param what a number, a name or addresses, as {@link Bans#list} tells them
     * @return what to answer; as with {@link Bans#ban}
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
        List<Sanction> lifted = sanctions.of(reach);
        String words = reach.map(RoomName::toString).orElse("this server");
        if (lifted.isEmpty()) {
            return told(new Failure(Failure.Code.NOT_FOUND, "Nobody is banned or muted in " + words + "."));
        }
        return sanctions
                .remove(lifted)
                .thenCombine(records.add(by, Action.UNBAN.wire(), "all", reach, Terms.NONE), (done, entry) -> {
                    told.ifPresent(place -> place.announce(Action.UNBAN, "everybody", by, Terms.NONE));
                    return new Done("All " + lifted.size() + " bans and mutes in " + words + " are taken back.");
                });
    }

    private static boolean isMeant(Sanction sanction, String what) {
        String shown = sanction.target().shown();
        return Long.toString(sanction.id()).equals(what)
                || shown.equalsIgnoreCase(what)
                || (Bans.isAddress(what) && isSame(sanction.target(), what));
    }

    private static boolean isSame(Target target, String address) {
        try {
            return target instanceof Target.Net net && net.addresses().equals(AddressPrefix.parse(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static CompletableFuture<Event> told(Event event) {
        return CompletableFuture.completedFuture(event);
    }
}
