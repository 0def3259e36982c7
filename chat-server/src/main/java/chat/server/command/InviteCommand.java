package chat.server.command;

import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.Invitation;
import chat.common.event.Invited;
import chat.server.audit.Actor;
import chat.server.moderation.Moderation;
import chat.server.moderation.Place;
import chat.server.room.Room;
import chat.server.sanction.Sanction;
import chat.server.session.Person;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Asks somebody into the current room, which lets them in once even if it is locked.
 *
 * <pre>
 *   ann types   /invite bob
 *   ann reads   You have invited bob to staff.
 *   bob reads   * ann invites you to staff. To go there, type /join staff
 * </pre>
 */
final class InviteCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/invite NAME", "asks somebody into the room", "/invite bob")
            .details(
                    "Into a locked room only who looks after it may invite. Under /members-only, whom they invite may write.")
            .ownerIfLocked()
            .speaks(Syntax.Speech.PRIVATE)
            .build();

    private final SessionRegistry registry;
    private final Writing writing;
    private final Moderation moderation;

    InviteCommand(SessionRegistry registry, Writing writing, Moderation moderation) {
        this.moderation = moderation;
        this.writing = writing;
        this.registry = registry;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        Room room = caller.rooms().current();
        String name = arguments.get(0);
        Person guest = UserName.parse(name).flatMap(registry::find).orElse(null);
        if (guest == null) {
            return Reply.failure(Failure.Code.NOT_FOUND, "User not found: " + name + ".");
        }
        Sanction ban = guest.sessions().stream()
                .flatMap(session -> moderation.gate().ban(session, room).stream())
                .findFirst()
                .orElse(null);
        if (ban != null) {
            return Reply.failure(
                    Failure.Code.BANNED,
                    guest.name() + " is banned from " + room.name() + ", and cannot come in. Who looks after it may"
                            + " /unban #" + ban.id());
        }
        if (guest.isIn(room)) {
            return admission(guest, room, caller)
                    .get()
                    .map(Order::reply)
                    .orElseGet(() -> Reply.failure(
                            Failure.Code.BAD_ARGUMENTS, guest.name() + " is in " + room.name() + " already."));
        }
        Reply refusal = writing.refusal(caller, Addressee.of(guest));
        if (refusal != null) {
            return refusal;
        }
        long seconds = caller.intake().pace().secondsToCorrespondent(guest.id());
        return seconds > 0 ? Reply.tooOften("You are writing to many people.", seconds) : invite(guest, room, caller);
    }

    /** Lets somebody write under /members-only if the caller may say so; nothing before it is asked for. Any thread. */
    private Supplier<Optional<CompletableFuture<Event>>> admission(Person guest, Room room, Session caller) {
        if (!moderation.roles().isOwner(caller, room)) {
            return Optional::empty;
        }
        Actor by = Order.actor(caller);
        UserName name = guest.name();
        List<Session> sessions = List.copyOf(guest.sessions());
        return () -> moderation.houseOrder().admit(by, new Place(room), name, sessions);
    }

    private Reply invite(Person guest, Room room, Session caller) {
        UserName to = guest.name();
        Invitation invitation = new Invitation(room.name(), caller.name());
        Supplier<Optional<CompletableFuture<Event>>> admission = admission(guest, room, caller);
        CompletableFuture<?>[] kept =
                guest.sessions().stream().map(room.settings()::invite).toArray(CompletableFuture[]::new);
        return Reply.later(CompletableFuture.allOf(kept)
                .thenCompose(done -> guest.offer(invitation))
                .thenCompose(taken -> taken
                        ? invited(caller, new Invited(room.name(), to), admission.get())
                        : CompletableFuture.completedFuture(Reply.failure(
                                Failure.Code.NOT_READING,
                                "The connection of " + to + " takes nothing at the moment. Please try again later.")))
                .exceptionally(Telling::notKept));
    }

    /** The answer, and behind it that they may write, once that is written down. */
    private static CompletableFuture<Reply> invited(
            Session caller, Invited answer, Optional<CompletableFuture<Event>> admitted) {
        return admitted.map(written -> written.thenApply(mayWrite -> Reply.by(() -> {
                    Reply.of(answer).to(caller);
                    caller.send(mayWrite);
                    return Reply.NONE;
                })))
                .orElseGet(() -> CompletableFuture.completedFuture(Reply.of(answer)));
    }
}
