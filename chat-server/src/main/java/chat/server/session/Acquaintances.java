package chat.server.session;

import chat.server.contact.IgnoreList;
import chat.server.room.Entry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a person does not want to read, and who wrote to them alone last. Any thread. */
public final class Acquaintances {
    /** How many are remembered of those who have written to the person. */
    static final int MOST_HEARD = 32;

    /** Shared by all who ignore nobody, which is nearly everybody. */
    private static final IgnoreList NOBODY = new IgnoreList(List.of());

    private volatile IgnoreList ignored = NOBODY;
    private volatile @Nullable Peer lastPeer;

    /** By {@link Peer#key}, the latest {@value #MOST_HEARD}; guarded by this. Most people have none. */
    private @Nullable Set<Long> heard;

    Acquaintances() {}

    /** Whom the person does not want to read. */
    public IgnoreList ignored() {
        return ignored;
    }

    /** The same, for a list of the session's own. */
    IgnoreList ownIgnored() {
        return ignored == NOBODY ? new IgnoreList(List.of()) : ignored;
    }

    /** The person does not want to read who is on a list. */
    void ignore(IgnoreList list) {
        ignored = list;
    }

    /** Whether the person reads everybody: there is nothing to look for. */
    public boolean readsEverybody() {
        return ignored.isEmpty();
    }

    /**
     * Whether these are words of somebody whom the person ignores; notices are nobody's words.
     *
     * @param entry any
     */
    public boolean doesNotRead(Entry entry) {
        IgnoreList list = ignored;
        return !list.isEmpty() && entry.event().isMessage() && list.has(entry.author(), entry.account(), entry.mark());
    }

    /** Who wrote to the person alone last; null if nobody has. */
    public @Nullable Peer lastPeer() {
        return lastPeer;
    }

    /**
     * Somebody has written to the person alone.
     *
     * @param peer who
     */
    public void heardFrom(Peer peer) {
        lastPeer = peer;
        remember(peer.key());
    }

    private synchronized void remember(long key) {
        Set<Long> all = heard == null ? new LinkedHashSet<>() : heard;
        all.remove(key);
        all.add(key);
        if (all.size() > MOST_HEARD) {
            all.remove(all.iterator().next());
        }
        heard = all;
    }

    /**
     * Whether somebody has written to the person alone, of the latest who have.
     *
     * @param key as {@link Peer#key} tells them apart
     */
    public synchronized boolean hasHeardFrom(long key) {
        return heard != null && heard.contains(key);
    }
}
