package chat.server.session;

import chat.common.event.MailWaiting;
import chat.common.event.PrivateMessage;
import chat.common.event.Stamp;
import chat.common.event.Tip;
import chat.server.mail.Mail;
import chat.server.mail.MailStore;
import io.netty.channel.ChannelFuture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was kept for somebody to one connection of theirs, page by page, as fast as it takes them; what they type waits
 * meanwhile. A message is marked as handed over, on disk, before it is written, and removed when the connection has taken
 * it. What was not written waits again. On the session's event loop.
 */
final class MailDelivery {
    /** How many are in memory at a time. */
    private static final int PAGE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Tip UNREADABLE = new Tip("Messages that came while you were away cannot be told at the moment,"
            + " and wait until you log in the next time.");

    private record Moment(String id, long atMillis) implements Stamp {}

    private final Session session;
    private final long owner;
    private final MailStore store;
    private final LocalTimes times;
    private final Queue<Mail> page = new ArrayDeque<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long last;
    private int waiting;
    private boolean counted;
    private boolean held;
    private boolean ended;

    /** How many are on their way out. */
    private int leaving;

    /** Whether one of them did not get out, so that those behind it did not, either. */
    private boolean stuck;

    MailDelivery(Session session, long owner, MailStore store, LocalTimes times) {
        this.session = session;
        this.owner = owner;
        this.store = store;
        this.times = times;
    }

    /**
     * Begins. Any thread; on the session's event loop nothing that was typed comes between.
     *
     * @return completed on any thread when it is known what became of all that was handed over
     */
    CompletableFuture<Void> begin() {
        try {
            if (session.out().channel().eventLoop().inEventLoop()) {
                hold();
            } else {
                session.out().channel().eventLoop().execute(this::hold);
            }
        } catch (RejectedExecutionException e) {
            done.complete(null); // its loop has ended
        }
        return done;
    }

    /** Later, so that what the session is being answered comes first. */
    private void hold() {
        session.intake().hold();
        held = true;
        session.out().channel().eventLoop().execute(this::next);
    }

    private void next() {
        session.out().whenTaking().thenAccept(open -> {
            if (open && isTheirs()) {
                store.handOver(owner, last, PAGE)
                        .whenCompleteAsync(this::take, session.out().channel().eventLoop());
            } else {
                end();
            }
        });
    }

    private boolean isTheirs() {
        return session.stage() != Stage.ENDED && session.account() == owner;
    }

    @SuppressWarnings("NullAway") // one of the two is there
    private void take(MailStore.@Nullable Page next, @Nullable Throwable error) {
        if (error != null) {
            LOG.warn("Mail cannot be handed over: {}", error.getClass().getSimpleName());
            session.send(UNREADABLE);
            end();
        } else if (next.mails().isEmpty()) {
            end();
        } else {
            page.addAll(next.mails());
            waiting = waiting == 0 ? next.waiting() : waiting;
            write();
        }
    }

    /** Writes as much as the connection takes, behind what the rooms have said. */
    private void write() {
        if (!isTheirs()) {
            end();
            return;
        }
        try {
            session.out().send(() -> {
                while (!page.isEmpty()
                        && session.rooms().catchUp()
                        && session.out().isWritable()) {
                    write(page.element());
                    page.remove();
                }
            });
        } catch (RuntimeException e) { // what was not written waits again, and whoever waits for the end hears of it
            LOG.error("Mail cannot be written to {}", session.address(), e);
            session.send(UNREADABLE);
            end();
            return;
        }
        if (page.isEmpty()) {
            next();
        } else {
            session.out().whenTaking().thenAccept(this::goOn);
        }
    }

    private void goOn(boolean open) {
        if (open) {
            write();
        } else {
            end();
        }
    }

    private void write(Mail mail) {
        Outbound out = session.out();
        StringBuilder line = new StringBuilder();
        if (!counted) {
            counted = true;
            out.format().append(new MailWaiting(waiting), line);
        }
        PrivateMessage message = new PrivateMessage(mail.from(), mail.text(), true, mail.again());
        out.format().appendKept(message, new Moment(mail.name(), mail.atMillis()), times.of(mail.atMillis()), line);
        ChannelFuture leaves =
                out.writeTold(LineBytes.of(line, out.format(), out.channel().alloc()));
        last = mail.id();
        leaving++;
        session.acquaintances().heardFrom(new Peer(mail.from(), mail.account(), mail.mark(), null));
        leaves.addListener(written -> left(mail, written.isSuccess()));
    }

    /** In the order in which they were written. */
    private void left(Mail mail, boolean gotOut) {
        leaving--;
        if (gotOut) {
            outcome(store.taken(mail.id()));
        } else if (stuck && !mail.again()) {
            outcome(store.putBack(List.of(mail.id())));
        }
        stuck |= !gotOut; // of the first one a part may have gone out: it stays handed over
        endIfNoneLeaves();
    }

    /** What is not kept of that makes a message come again, and say so. */
    private static void outcome(CompletableFuture<Integer> change) {
        change.whenComplete((count, error) -> {
            if (error != null) {
                LOG.warn(
                        "What became of mail cannot be kept: {}",
                        error.getClass().getSimpleName());
            }
        });
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        List<Long> unwritten = new ArrayList<>();
        page.stream().filter(mail -> !mail.again()).forEach(mail -> unwritten.add(mail.id()));
        page.clear();
        if (!unwritten.isEmpty()) {
            outcome(store.putBack(unwritten));
        }
        if (held) {
            held = false;
            session.intake().release();
        }
        endIfNoneLeaves();
    }

    private void endIfNoneLeaves() {
        if (ended && leaving == 0) {
            done.complete(null);
        }
    }
}
