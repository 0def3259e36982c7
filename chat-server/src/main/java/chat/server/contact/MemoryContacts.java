package chat.server.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Forgets everything when the process ends. */
final class MemoryContacts implements ContactStore {
    private final Map<Long, List<Contact>> lists = new HashMap<>();

    @Override
    public synchronized Map<Long, List<Contact>> all() {
        Map<Long, List<Contact>> copy = new HashMap<>();
        lists.forEach((owner, list) -> copy.put(owner, List.copyOf(list)));
        return copy;
    }

    @Override
    public synchronized CompletableFuture<Integer> add(long owner, Contact contact) {
        remove(owner, contact);
        lists.computeIfAbsent(owner, unknown -> new ArrayList<>()).add(contact);
        return CompletableFuture.completedFuture(1);
    }

    @Override
    public synchronized CompletableFuture<Integer> remove(long owner, Contact contact) {
        List<Contact> list = lists.getOrDefault(owner, new ArrayList<>());
        boolean gone = list.removeIf(other -> other.subject().equals(contact.subject()));
        lists.computeIfPresent(owner, (same, left) -> left.isEmpty() ? null : left);
        return CompletableFuture.completedFuture(gone ? 1 : 0);
    }

    @Override
    public synchronized CompletableFuture<Integer> clear(long owner) {
        List<Contact> list = lists.remove(owner);
        return CompletableFuture.completedFuture(list == null ? 0 : list.size());
    }
}
