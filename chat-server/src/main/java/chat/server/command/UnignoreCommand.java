package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Ignoring;
import chat.server.contact.Contact;
import chat.server.session.Contacts;
import chat.server.session.Person;
import chat.server.session.Session;
import chat.server.session.SessionRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Has the caller read somebody again whom they ignored, by the name under which they were entered or by the one they have now.
 *
 * <pre>
 *   ann types   /unignore eve
 *   ann reads   You read eve again.
 * </pre>
 */
final class UnignoreCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/unignore NAME", "reads somebody again whom you ignored", "/unignore eve")
            .build();

    private final SessionRegistry registry;
    private final Contacts contacts;

    UnignoreCommand(SessionRegistry registry, Contacts contacts) {
        this.registry = registry;
        this.contacts = contacts;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Reply run(Session caller, List<String> arguments) {
        String text = arguments.get(0);
        Contact contact =
                UserName.parse(text).flatMap(name -> find(caller, name)).orElse(null);
        if (contact == null) {
            return Reply.failure(
                    Failure.Code.NOT_FOUND, "You do not ignore " + text + ". Type /ignore to see whom you do.");
        }
        return Reply.later(contacts.unignore(caller, contact)
                .thenApply(done -> Reply.of(new Ignoring(contact.name(), false)))
                .exceptionally(Telling::notKept));
    }

    private Optional<Contact> find(Session caller, UserName name) {
        return caller.acquaintances()
                .ignored()
                .find(name)
                .or(() -> registry.find(name)
                        .flatMap(other -> caller.acquaintances().ignored().contacts().stream()
                                .filter(contact -> wrote(contact, other))
                                .findFirst()));
    }

    private static boolean wrote(Contact contact, Person person) {
        return person.sessions().stream()
                .anyMatch(session -> contact.wrote(session.id(), session.account(), session.mark()));
    }
}
