package chat.server.mail;

import chat.server.account.Account;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps private messages for registered people who are away. Each lies in one of two states: it <em>waits</em>; or it is
 * <em>handed over</em>, from before it is written to a connection until the connection has taken it, when it is removed. What
 * is found handed over when nobody is writing it was perhaps read.
 *
 * <p>Thread-safe. What it does is kept when it says so, in the order in which it was asked for; futures are completed on any
 * thread, and what follows must not wait. They fail if it cannot be kept, and nothing has changed then.
 */
public interface MailStore {
    /** How many messages may wait for one person. */
    int MOST = 100;

    /** How many of these may be from one author. */
    int MOST_OF_ONE = 20;

    /** How many of these may be from guests, all of them together: a guest may have many names. */
    int MOST_OF_GUESTS = 30;

    /** How long messages wait when nobody says otherwise. */
    Duration KEEP = Duration.ofDays(30);

    /** What became of a letter. */
    enum Verdict {
        /** It waits for its owner. */
        KEPT,
        /** {@link #MOST} wait for its owner already. */
        FULL,
        /** {@link #MOST_OF_ONE} of the same author wait for its owner already. */
        FULL_FOR_AUTHOR,
        /** Its author is a guest, and {@link #MOST_OF_GUESTS} of guests wait for its owner already. */
        FULL_FOR_GUESTS,
        /** Its owner has given the account up meanwhile. What is kept in memory need not know. */
        NOBODY
    }

    /**
     * Some of what waits for somebody.
     *
     * @param mails the oldest first
     * @param waiting how many wait, these included
     */
    record Page(List<Mail> mails, int waiting) {}

    /** How long a message waits before it is let go of. */
    Duration keeps();

    /**
     * Keeps a letter, if its owner may have one more.
     *
     * @param letter what
     * @return whether it is kept; if so it is on disk
     */
    CompletableFuture<Verdict> keep(Letter letter);

    /**
     * Hands some over, which is kept before they are known.
     *
     * @param owner the {@linkplain Account#id account} for which they are
     * @param after the {@linkplain Mail#id id} behind which to go on; 0 to begin
     * @param most how many at most
     * @return them
     */
    CompletableFuture<Page> handOver(long owner, long after, int most);

    /**
     * Removes what the owner's connection has taken.
     *
     * @param id which
     * @return how many were removed: 0 or 1
     */
    CompletableFuture<Integer> taken(long id);

    /**
     * Lets wait again what was handed over, but certainly not read.
     *
     * @param ids which
     * @return how many wait again
     */
    CompletableFuture<Integer> putBack(Collection<Long> ids);

    /**
     * Removes what somebody has written and nobody has read.
     *
     * @param marks by what their letters are found
     * @return how many were removed
     */
    default CompletableFuture<Integer> forget(Set<Long> marks) {
        return forget(marks, Long.MIN_VALUE);
    }

    /**
     * The same of what was written lately.
     *
     * @param marks by what their letters are found
     * @param sinceMillis from when on, in milliseconds since the epoch
     * @return how many were removed
     */
    CompletableFuture<Integer> forget(Set<Long> marks, long sinceMillis);

    /**
     * Removes all that waits for an account which is given up.
     *
     * @param owner which
     * @return how many were removed
     */
    CompletableFuture<Integer> clear(long owner);
}
