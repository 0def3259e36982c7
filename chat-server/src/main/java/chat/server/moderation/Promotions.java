package chat.server.moderation;

import chat.common.UserName;
import chat.common.event.Done;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Moderated.Action;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
import chat.server.room.Room;
import chat.server.room.RoomSettings;
import chat.server.room.RoomState;
import chat.server.room.Rooms;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes people look after a room or the server, by their accounts. One after the other, so that the last one stays. */
public final class Promotions {
    private final Accounts accounts;
    private final Records records;
    private final Suspects suspects;
    private final Roles roles;
    private final Rooms rooms;

    /** Guarded by this. */
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Promotions(Accounts accounts, Records records, Suspects suspects, Roles roles, Rooms rooms) {
        this.accounts = accounts;
        this.records = records;
        this.suspects = suspects;
        this.roles = roles;
        this.rooms = rooms;
    }

    /**
     * Makes somebody look after a room or, in the lobby, after the server.
     *
     * @param by who does it
     * @param place after what
     * @param whom a registered name
     * @param on whether they do from now on
     * @return what to answer, when it is kept; fails as {@link Bans#ban} does
     */
    public synchronized CompletableFuture<Event> set(Actor by, Place place, String whom, boolean on) {
        CompletableFuture<Event> next =
                last.handle((done, error) -> now(by, place, whom, on)).thenCompose(event -> event);
        last = next;
        return next;
    }

    /**
     * Somebody gives up their account, and with it all that they look after.
     *
     * @param id whose
     * @return when that is kept, why it is not done, if it is not; fails as {@link Bans#ban} does
     */
    public synchronized CompletableFuture<Optional<Failure>> giveUp(long id) {
        CompletableFuture<Optional<Failure>> next =
                last.handle((done, error) -> giveUpNow(id)).thenCompose(refusal -> refusal);
        last = next;
        return next;
    }

    private CompletableFuture<Optional<Failure>> giveUpNow(long id) {
        if (accounts.operators() <= 1
                && accounts.find(id).filter(Account::operator).isPresent()) {
            return CompletableFuture.completedFuture(Optional.of(new Failure(
                    Failure.Code.NOT_ALLOWED,
                    "You are the last operator of this server. Please /op somebody else in the lobby first.")));
        }
        Map<Room, RoomState> before = new HashMap<>();
        rooms.all().forEach(room -> before.put(room, room.settings().now()));
        before.values()
                .removeIf(state ->
                        !state.owners().contains(id) && !state.invited().contains(id));
        return records.together(() ->
                        CompletableFuture.allOf(accounts.remove(id), rooms.forgetAccounts(account -> account == id)))
                .whenComplete((gone, refusal) -> {
                    if (refusal != null) { // the account is still there
                        before.forEach((room, state) -> room.settings().remember(id, state));
                    }
                })
                .thenApply(gone -> {
                    before.forEach((room, state) -> {
                        if (state.owners().contains(id)) {
                            room.tellEldest();
                        }
                    });
                    return Optional.empty();
                });
    }

    private CompletableFuture<Event> now(Actor by, Place place, String whom, boolean on) {
        UserName name = UserName.parse(whom).orElse(null);
        if (!on && name != null && roles.isOperator(by) && demoted(name, place)) {
            place.announce(Action.DEOP, name.toString(), by, Terms.NONE);
            return records.addDone(by, Action.DEOP, name.toString(), place, Terms.NONE, sentence(place, name, false));
        }
        Account account = name == null ? null : accounts.find(name).orElse(null);
        if (account == null) {
            return failed(Failure.Code.NOT_FOUND, "There is no registered name " + whom + ".");
        }
        boolean is =
                place.isServer() ? account.operator() : place.room().settings().isOwner(account.id());
        if (is == on) {
            return failed(
                    Failure.Code.BAD_ARGUMENTS,
                    on
                            ? account.name() + " already looks after " + place.words() + "."
                            : account.name() + " does not look after " + place.words()
                                    + ", so there is nothing to take back.");
        }
        return place.isServer() ? operator(by, place, account, on) : owner(by, place, account, on);
    }

    /** Whether somebody looked after a room for having come first, and does not any more. */
    private boolean demoted(UserName name, Place place) {
        return !place.isServer() && suspects.find(name).here().stream().anyMatch(place.room()::demote);
    }

    private CompletableFuture<Event> operator(Actor by, Place place, Account account, boolean on) {
        if (!on && accounts.operators() <= 1) {
            return failed(
                    Failure.Code.NOT_ALLOWED,
                    account.name() + " is the last operator of this server. Please /op somebody else first.");
        }
        return records.together(() -> accounts.setOperator(account.id(), on)
                        .thenCombine(recorded(by, place, account.name(), on), (kept, entry) -> kept))
                .thenApply(kept -> kept.isPresent()
                        ? done(by, place, account.name(), on)
                        : new Failure(Failure.Code.NOT_FOUND, "There is no registered name " + account.name() + "."));
    }

    private CompletableFuture<Event> owner(Actor by, Place place, Account account, boolean on) {
        RoomSettings settings = place.room().settings();
        if (on && settings.now().owners().size() >= RoomState.MOST_OWNERS) {
            return failed(
                    Failure.Code.NOT_ALLOWED,
                    RoomState.MOST_OWNERS + " people look after " + place.words() + ", which is the most.");
        }
        return records.together(() -> (on ? settings.addOwner(account.id()) : settings.removeOwner(account.id()))
                        .thenCombine(recorded(by, place, account.name(), on), (kept, entry) -> entry))
                .whenComplete((kept, refusal) -> {
                    if (refusal != null) { // else it would be tried again, though the answer says it is not done
                        var unused = on ? settings.removeOwner(account.id()) : settings.addOwner(account.id());
                    }
                })
                .thenApply(kept -> done(by, place, account.name(), on));
    }

    private CompletableFuture<AuditEntry> recorded(Actor by, Place place, UserName whom, boolean on) {
        return records.add(by, on ? Action.OP : Action.DEOP, whom.toString(), place, Terms.NONE);
    }

    private static Event done(Actor by, Place place, UserName whom, boolean on) {
        place.announce(on ? Action.OP : Action.DEOP, whom.toString(), by, Terms.NONE);
        return new Done(sentence(place, whom, on));
    }

    private static String sentence(Place place, UserName whom, boolean on) {
        return whom + (on ? " looks after " : " does not look after ") + place.words() + (on ? " now." : " any more.");
    }

    private static CompletableFuture<Event> failed(Failure.Code code, String sentence) {
        return CompletableFuture.completedFuture(new Failure(code, sentence));
    }
}
