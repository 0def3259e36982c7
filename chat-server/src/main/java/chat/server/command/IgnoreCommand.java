package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.IgnoreList;
import chat.common.event.Ignoring;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.contact.Contact;
import chat.server.session.Contacts;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;

/**
 * Has the caller read nothing more of somebody, whatever they call themselves; or lists of whom that is so.
 *
 * <pre>
 *   ann types   /ignore eve
 *   ann reads   You read nothing more of eve. To end that, type /unignore eve
 *   ann types   /ignore
 *   ann reads   You ignore: eve
 * </pre>
 */
final class IgnoreCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("/ignore [NAME]", "reads nothing more of NAME", "/ignore eve")
            .details("Without a name it lists whom you ignore. What is kept for registered people lasts.")
            .build();

    private final SessionRegistry registry;
    private final Accounts accounts;
    private final Contacts contacts;

    IgnoreCommand(SessionRegistry registry, Accounts accounts, Contacts contacts) {
        this.registry = registry;
        this.accounts = accounts;
        this.contacts = contacts;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        if (arguments.isEmpty()) {
            return Reply.of(new IgnoreList(caller.acquaintances().ignored().contacts().stream()
                    .map(Contact::name)
                    .sorted()
                    .toList()));
        }
        String name = arguments.get(0);
        Addressee who = UserName.parse(name)
                .flatMap(parsed -> Addressee.find(parsed, registry, accounts))
                .orElse(null);
        if (who == null) {
            return Reply.failure(Failure.Code.NOT_FOUND, "User not found: " + name + ".");
        }
        if (who.is(caller)) {
            return Reply.failure(Failure.Code.BAD_ARGUMENTS, "That is your own name.");
        }
        if (caller.acquaintances().ignored().isFull()) {
            return Reply.failure(
                    Failure.Code.LIST_FULL,
                    "You ignore " + chat.server.contact.IgnoreList.MOST
                            + " people, and no more can be. To end one, type /unignore NAME");
        }
        return Reply.later(contacts.ignore(caller, contact(who))
                .thenApply(done -> Reply.of(new Ignoring(who.name(), true)))
                .exceptionally(Telling::notKept));
    }

    private static Contact contact(Addressee who) {
        Account account = who.account();
        if (account != null) { // who takes another name is a guest from then on, but still there
            long here = who.here().stream().mapToLong(Session::id).findFirst().orElse(0);
            return new Contact(who.name(), account.id(), here, 0);
        }
        Session guest = who.here().get(0);
        return new Contact(who.name(), Account.NONE, guest.id(), guest.mark());
    }
}
