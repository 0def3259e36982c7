package chat.server.session;

import chat.server.contact.IgnoreList;
import chat.server.room.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a person does not want to read, and who wrote to them alone last. Any thread. */
public final class Acquaintances {
    /** Shared by all who ignore nobody, which is nearly everybody. */
    private static final IgnoreList NOBODY = new IgnoreList(List.of());

    private volatile IgnoreList ignored = NOBODY;
    private volatile @Nullable Peer lastPeer;

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
    }
}
