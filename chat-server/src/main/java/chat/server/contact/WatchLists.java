package chat.server.contact;

import chat.common.UserName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who waits for whom to come, found by either of them. Thread-safe.
 *
 * @param <K> who waits: an account's number, or a guest's session
 */
public final class WatchLists<K> {
    /** For how many one may wait. */
    public static final int MOST = 50;

    private final Map<K, List<Contact>> lists = new HashMap<>();
    private final Map<UserName, Set<K>> watchers = new HashMap<>();

    /**
     * For whom somebody waits.
     *
     * @param watcher who waits
     * @return a snapshot
     */
    public synchronized List<Contact> list(K watcher) {
        return lists.getOrDefault(watcher, List.of());
    }

    /**
     * Somebody waits for somebody else, instead of for whoever was called the same.
     *
     * @param watcher who waits
     * @param contact for whom
     */
    public synchronized void add(K watcher, Contact contact) {
        List<Contact> more = new ArrayList<>(list(watcher));
        more.removeIf(other -> other.name().equals(contact.name()));
        more.add(contact);
        lists.put(watcher, List.copyOf(more));
        watchers.computeIfAbsent(contact.name(), unknown -> new HashSet<>()).add(watcher);
    }

    /**
     * Somebody waits for a name no longer.
     *
     * @param watcher who waited
     * @param name for whom
     */
    public synchronized void remove(K watcher, UserName name) {
        List<Contact> fewer = list(watcher).stream()
                .filter(contact -> !contact.name().equals(name))
                .toList();
        lists.computeIfPresent(watcher, (same, before) -> fewer.isEmpty() ? null : fewer);
        watchers.computeIfPresent(name, (same, some) -> {
            some.remove(watcher);
            return some.isEmpty() ? null : some;
        });
    }

    /**
     * Somebody waits for nobody any more.
     *
     * @param watcher who waited
     * @return for whom
     */
    public synchronized List<Contact> clear(K watcher) {
        List<Contact> all = list(watcher);
        all.forEach(contact -> remove(watcher, contact.name()));
        return all;
    }

    /**
     * Who waits for somebody.
     *
     * @param name under which they have come
     * @param account to which they have logged in; {@link chat.server.account.Account#NONE} for guests
     * @return a snapshot
     */
    public synchronized List<K> watchers(UserName name, long account) {
        return watchers.getOrDefault(name, Set.of()).stream()
                .filter(watcher -> list(watcher).stream().anyMatch(contact -> contact.comesAs(name, account)))
                .toList();
    }
}
