package chat.server.session;

import chat.server.account.Caller;
import chat.server.limit.AddressPrefix;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Where a session comes from, and by what kind of way. Any thread. */
public final class Whence {
    private final Session session;
    private final AuthorMarks marks;

    /**
     * Begins.
     *
     * @param session whose
     * @param marks keeps addresses from those who read files
     */
    Whence(Session session, AuthorMarks marks) {
        this.session = session;
        this.marks = marks;
    }

    /** Whether nobody on the way can read what the person types. */
    public boolean isPrivate() {
        return Origin.isPrivate(session.out().channel());
    }

    /** Whence the person types a password. */
    public Caller caller() {
        SocketAddress address = Origin.of(session.out().channel());
        return Caller.from(address, marks.place(address));
    }

    /**
     * Whether the person comes from some addresses.
     *
     * @param addresses which
     */
    public boolean comesFrom(AddressPrefix addresses) {
        return Origin.of(session.out().channel()) instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && addresses.contains(internet.getAddress());
    }
}
