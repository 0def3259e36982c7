package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.NotifyList;
import chat.common.event.Notifying;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.contact.Contact;
import chat.server.contact.WatchLists;
import chat.server.session.Session;
import chat.server.session.Watches;
import java.util.List;

/**
 * Tells the caller when somebody comes, or lists for whom they wait. Of a registered name its owner is meant, else whoever
 * takes the name.
 *
 * <pre>
 *   ann types   /notify bob
 *   ann reads   You are told when bob comes. To end that, type /unnotify bob
 *   ann reads   * bob is here now.
 * </pre>
 */
final class NotifyCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/notify [NAME]", "tells you when NAME comes", "/notify bob")
            .details("Without a name it lists for whom you wait. What is kept for registered people lasts.")
            .build();

    private final Accounts accounts;
    private final Watches watches;

    NotifyCommand(Accounts accounts, Watches watches) {
        this.accounts = accounts;
        this.watches = watches;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        List<Contact> known = watches.list(caller);
        if (arguments.isEmpty()) {
            return Reply.of(
                    new NotifyList(known.stream().map(Contact::name).sorted().toList()));
        }
        String problem = UserName.problemWith(arguments.get(0));
        if (problem != null) {
            return Reply.failure(Failure.Code.NAME_NOT_ALLOWED, problem);
        }
        Contact contact = contact(UserName.of(arguments.get(0)));
        if (isOwn(caller, contact)) {
            return Reply.failure(Failure.Code.BAD_ARGUMENTS, "That is your own name.");
        }
        if (known.size() >= WatchLists.MOST
                && known.stream().noneMatch(other -> other.name().equals(contact.name()))) {
            return Reply.failure(
                    Failure.Code.LIST_FULL,
                    "You wait for " + WatchLists.MOST
                            + " people, and for no more can you. To end one, type /unnotify NAME");
        }
        return Reply.later(watches.watch(caller, contact)
                .thenApply(here -> Reply.of(new Notifying(contact.name(), true, here)))
                .exceptionally(Telling::notKept));
    }

    private Contact contact(UserName name) {
        return accounts.find(name)
                .map(account -> new Contact(account.name(), account.id(), 0, 0))
                .orElseGet(() -> new Contact(name, Account.NONE, 0, 0));
    }

    private static boolean isOwn(Session caller, Contact contact) {
        return contact.account() == Account.NONE
                ? caller.name().equals(contact.name())
                : caller.account() == contact.account();
    }
}
