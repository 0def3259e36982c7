package chat.server.session;

import chat.common.UserName;
import chat.server.limit.AddressRates;
import chat.server.limit.Rate;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's log of who came and went. Everybody with a name is in it; of connections that have none yet, no more from
 * one address than people would make, so that a flood of them leaves a page and not a full disk. Any thread.
 */
final class SessionLog {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);
    private static final Rate UNNAMED = Rate.parse("10+10/min");
    private static final int MOST_ADDRESSES = 16_384;

    /** Whether a channel's coming was written. */
    private static final AttributeKey<Boolean> WRITTEN = AttributeKey.valueOf(SessionLog.class, "written");

    private final AddressRates unnamed;

    /**
     * Begins.
     *
     * @param nanos a clock as {@link System#nanoTime}
     */
    SessionLog(LongSupplier nanos) {
        unnamed = new AddressRates(UNNAMED, MOST_ADDRESSES, nanos);
    }

    void joined(Session session, int active) {
        Channel channel = session.out().channel();
        int leftOut = unnamed.take(Origin.of(channel));
        if (leftOut == 0) {
            LOG.info("User has joined from {}, active users: {}", session.address(), active);
        } else if (leftOut != AddressRates.NOT_NOW) {
            LOG.info(
                    "User has joined from {}, active users: {} ({} more came from there since the last line)",
                    session.address(),
                    active,
                    leftOut);
        }
        if (leftOut != AddressRates.NOT_NOW) {
            channel.attr(WRITTEN).set(true);
        }
    }

    void named(Session session) {
        LOG.info("{} is now {}", session.address(), session.name());
    }

    void renamed(Session session, UserName before) {
        if (!before.toString().equals(session.name().toString())) { // else they have only logged in
            LOG.info("{} is now {}", before, session.name());
        }
    }

    /** Writes it if the log knows of them. */
    void left(Session session, Ending ending, int active) {
        if (!session.hasName() && session.out().channel().attr(WRITTEN).get() == null) {
            return;
        }
        if (session.hasName()) {
            LOG.info("{} has left ({}), active users: {}", session.name(), ending.words(), active);
        } else {
            LOG.info(
                    "An unnamed user has left ({}, from {}), active users: {}",
                    ending.words(),
                    session.address(),
                    active);
        }
    }
}
