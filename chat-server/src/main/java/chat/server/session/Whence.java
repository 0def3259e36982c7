package chat.server.session;

import chat.server.account.Caller;
import chat.server.limit.AddressPrefix;
import chat.server.limit.ConnectionLimits;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Where a session comes from, and by what kind of way. Any thread. */
public final class Whence {
    private final Session session;
    private final AuthorMarks marks;
    private final ConnectionLimits limits;

    /**
     * Begins.
     *
     * @param session whose
     * @param marks keeps addresses from those who read files
     * @param limits tells to which addresses limits do not apply
     */
    Whence(Session session, AuthorMarks marks, ConnectionLimits limits) {
        this.session = session;
        this.marks = marks;
        this.limits = limits;
    }

    /** Whether nobody on the way can read what the person types. */
    public boolean isPrivate() {
        return Origin.isPrivate(session.out().channel());
    }

    /** Whence the person types a password. */
    public Caller caller() {
        Channel channel = session.out().channel();
        SocketAddress address = Origin.of(channel);
        boolean exempt = address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && limits.isExempt(internet.getAddress());
        return Caller.from(address, marks.place(address)).withExempt(exempt).withThere(channel::isActive);
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
