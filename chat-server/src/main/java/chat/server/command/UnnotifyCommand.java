package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Notifying;
import chat.server.contact.Contact;
import chat.server.session.Session;
import chat.server.session.Watches;
import java.util.List;
import java.util.Optional;

/**
 * Does not tell the caller any more when somebody comes.
 *
 * <pre>
 *   ann types   /unnotify bob
 *   ann reads   You are not told any more when bob comes.
 * </pre>
 */
final class UnnotifyCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "/unnotify NAME", "does not tell you any more when NAME comes", "/unnotify bob")
            .build();

    private final Watches watches;

    UnnotifyCommand(Watches watches) {
        this.watches = watches;
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
                    Failure.Code.NOT_FOUND, "You do not wait for " + text + ". Type /notify to see for whom you do.");
        }
        return Reply.later(watches.unwatch(caller, contact)
                .thenApply(done -> Reply.of(new Notifying(contact.name(), false, false)))
                .exceptionally(Telling::notKept));
    }

    private Optional<Contact> find(Session caller, UserName name) {
        return watches.list(caller).stream()
                .filter(contact -> contact.name().equals(name))
                .findFirst();
    }
}
