package chat.server.contact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Forgets everything when the process ends. */
final class MemoryContacts implements ContactStore {
    private final Map<ContactKind, Map<Long, List<Contact>>> kinds = new EnumMap<>(ContactKind.class);

    MemoryContacts() {
        for (ContactKind kind : ContactKind.values()) {
            kinds.put(kind, new HashMap<>());
        }
    }

    private Map<Long, List<Contact>> lists(ContactKind kind) {
        return kinds.getOrDefault(kind, Map.of());
    }

    @Override
    public synchronized Map<Long, List<Contact>> all(ContactKind kind) {
        Map<Long, List<Contact>> copy = new HashMap<>();
        lists(kind).forEach((owner, list) -> copy.put(owner, List.copyOf(list)));
        return copy;
    }

    @Override
    public synchronized CompletableFuture<Integer> add(ContactKind kind, long owner, Contact contact) {
        remove(kind, owner, contact);
        lists(kind).computeIfAbsent(owner, unknown -> new ArrayList<>()).add(contact);
        return CompletableFuture.completedFuture(1);
    }

    @Override
    public synchronized CompletableFuture<Integer> remove(ContactKind kind, long owner, Contact contact) {
        String subject = kind.subjectOf(contact);
        List<Contact> list = lists(kind).getOrDefault(owner, new ArrayList<>());
        boolean gone = list.removeIf(other -> kind.subjectOf(other).equals(subject));
        lists(kind).computeIfPresent(owner, (same, left) -> left.isEmpty() ? null : left);
        return CompletableFuture.completedFuture(gone ? 1 : 0);
    }

    @Override
    public synchronized CompletableFuture<Integer> clear(long owner) {
        int count = 0;
        for (Map<Long, List<Contact>> lists : kinds.values()) {
            List<Contact> list = lists.remove(owner);
            count += list == null ? 0 : list.size();
        }
        return CompletableFuture.completedFuture(count);
    }
}
