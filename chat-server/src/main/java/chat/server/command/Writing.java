package chat.server.command;

import chat.common.event.AwayIs;
import chat.common.event.Failure;
import chat.common.event.PrivateCopy;
import chat.common.event.PrivateKept;
import chat.common.event.PrivateMessage;
import chat.common.event.PrivateSent;
import chat.server.account.Account;
import chat.server.mail.MailStore;
import chat.server.mail.MailStore.Verdict;
import chat.server.moderation.Floor;
import chat.server.session.Absence;
import chat.server.session.Contacts;
import chat.server.session.Peer;
import chat.server.session.PostOffice;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Writes private messages: to those who are here at once, for those who are away into the post office. Immutable. */
final class Writing {
    private final SessionRegistry registry;
    private final PostOffice post;
    private final Contacts contacts;
    private final Floor floor;

    Writing(SessionRegistry registry, PostOffice post, Contacts contacts, Floor floor) {
        this.registry = registry;
        this.post = post;
        this.contacts = contacts;
        this.floor = floor;
    }

    /**
     * Writes to somebody else.
     *
     * @param caller who writes
     * @param to to whom
     * @param text what, printable
     * @return the answer
     */
    Reply write(Session caller, Addressee to, String text) {
        Reply refusal = refusal(caller, to);
        if (refusal != null) {
            return refusal;
        }
        long seconds = caller.intake().pace().secondsToCorrespondent(to.key());
        if (seconds > 0) {
            return Reply.tooOften("You are writing to many people.", seconds);
        }
        caller.identity().back();
        return to.here().isEmpty() && to.account() != null ? keep(caller, to.account(), text) : send(caller, to, text);
    }

    /** Why somebody may not write to another one; null if they may. */
    @Nullable
    Reply refusal(Session caller, Addressee to) {
        long account = to.account() == null ? Account.NONE : to.account().id();
        Failure newcomer = floor.privateRefusal(caller, account, hasHeardFrom(caller, to));
        if (newcomer != null) {
            return Reply.of(newcomer);
        }
        return isIgnored(caller, to)
                ? Reply.failure(
                        Failure.Code.IGNORED, "Not sent: " + to.name() + " has chosen not to read what you write.")
                : null;
    }

    private static boolean hasHeardFrom(Session caller, Addressee to) {
        return caller.acquaintances().hasHeardFrom(to.key());
    }

    /** Whether somebody does not want to read the caller. */
    private boolean isIgnored(Session caller, Addressee to) {
        Account account = to.account();
        return account == null
                ? to.here().stream()
                        .anyMatch(session ->
                                session.acquaintances().ignored().has(caller.id(), caller.account(), caller.mark()))
                : contacts.ignores(account.id(), caller);
    }

    private Reply send(Session caller, Addressee to, String text) {
        PrivateMessage message = new PrivateMessage(caller.name(), text);
        CompletableFuture<Boolean> taken = CompletableFuture.completedFuture(false);
        for (Session session : to.here()) {
            session.acquaintances().heardFrom(Peer.of(caller)); // before they read it, and /reply
            CompletableFuture<Boolean> next = session.offer(message);
            taken = taken.isDone() && !taken.join() ? next : taken.thenCombine(next, Boolean::logicalOr);
        }
        return taken.isDone()
                ? sent(caller, to, text, taken.join())
                : Reply.later(taken.thenApply(yes -> sent(caller, to, text, yes)));
    }

    private Reply sent(Session caller, Addressee to, String text, boolean taken) {
        if (taken) {
            caller.identity().tellOthers(new PrivateCopy(to.name(), text));
            return told(caller, to, Reply.confirmation(new PrivateSent(to.name())));
        }
        Account account = to.account();
        if (account != null && registry.sessions(account.id()).isEmpty()) { // they have left meanwhile
            return keep(caller, account, text);
        }
        return Reply.failure(
                Failure.Code.NOT_READING,
                "Not sent: the connection of " + to.name() + " takes nothing at the moment. Please try again later.");
    }

    /** Once each time they are away, behind the answer. */
    private static Reply told(Session caller, Addressee to, Reply sent) {
        Absence absence = to.absence();
        if (absence == null || !absence.isNewTo(Addressee.key(caller))) {
            return sent;
        }
        return Reply.by(() -> {
            sent.to(caller);
            caller.send(new AwayIs(to.name(), absence.text()));
            return Reply.NONE;
        });
    }

    private Reply keep(Session caller, Account owner, String text) {
        return Reply.later(post.keep(caller, owner, text)
                .thenApply(verdict -> kept(owner, verdict))
                .exceptionally(Telling::notKept));
    }

    private Reply kept(Account owner, Verdict verdict) {
        String why = switch (verdict) {
            case KEPT -> "";
            case FULL -> MailStore.MOST + " messages wait for " + owner.name() + ", and no more can until they log in.";
            case FULL_FOR_AUTHOR ->
                MailStore.MOST_OF_ONE + " messages of yours wait for " + owner.name()
                        + ", and no more can until they log in.";
            case FULL_FOR_GUESTS ->
                MailStore.MOST_OF_GUESTS + " messages of guests wait for " + owner.name()
                        + ", and no more can until they log in. Who has a registered name may still write.";
            case NOBODY -> "the name " + owner.name() + " has just been given up.";
        };
        return why.isEmpty()
                ? Reply.of(new PrivateKept(owner.name(), post.store().keeps()))
                : Reply.failure(
                        verdict == Verdict.NOBODY ? Failure.Code.NOT_FOUND : Failure.Code.MAILBOX_FULL,
                        "Not kept: " + why);
    }
}
