package chat.server.session;

import chat.common.UserName;
import chat.server.account.Account;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote to a session alone. Immutable; keeps nobody's session alive.
 *
 * @param name what they were called then
 * @param account theirs; {@link Account#NONE} for a guest
 * @param mark of a guest's words
 * @param session a guest's session; null if it was not this one's contemporary
 */
public record Peer(
        UserName name, long account, long mark, @Nullable WeakReference<Session> session) {
    /** Who writes now. */
    public static Peer of(Session author) {
        return new Peer(author.name(), author.account(), author.mark(), new WeakReference<>(author));
    }

    /** Tells peers apart: accounts, and guests' sessions; 0 for a guest of whom nothing else is known. */
    long key() {
        Session known = session == null ? null : session.get();
        return account != Account.NONE ? -account : known == null ? 0 : known.id();
    }

    /**
     * A guest, whatever they are called now.
     *
     * @param registry who is here
     * @return who it is, if they are still here
     */
    public Optional<Person> guest(SessionRegistry registry) {
        Session known = session == null ? null : session.get();
        return known == null
                ? registry.find(name).filter(this::isTheSame)
                : registry.find(known.name()).filter(other -> other.sessions().contains(known));
    }

    private boolean isTheSame(Person person) {
        return person.account().isEmpty() && person.sessions().stream().anyMatch(other -> other.mark() == mark);
    }
}
