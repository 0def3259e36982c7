package chat.server.contact;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps whom registered people do not want to read, and for whom they wait. Thread-safe; futures are completed on any thread when the change is kept,
 * and fail if it cannot be.
 */
public interface ContactStore {
    /**
     * All lists of a kind, by the account whose they are. May wait for the disk: read once, at the start.
     *
     * @param kind which
     */
    Map<Long, List<Contact>> all(ContactKind kind);

    /**
     * Enters somebody, instead of whoever was entered as the same {@linkplain ContactKind#subjectOf subject}.
     *
     * @param kind of the list
     * @param owner the account whose list it is
     * @param contact whom
     * @return how many lines have changed; 0 if the account is given up, which what is kept in memory need not know
     */
    CompletableFuture<Integer> add(ContactKind kind, long owner, Contact contact);

    /**
     * Takes somebody off.
     *
     * @param kind of the list
     * @param owner the account whose list it is
     * @param contact whom
     * @return how many lines have changed
     */
    CompletableFuture<Integer> remove(ContactKind kind, long owner, Contact contact);

    /**
     * Empties the lists of an account that is given up.
     *
     * @param owner which
     * @return how many lines have changed
     */
    CompletableFuture<Integer> clear(long owner);

    /** Forgets everything when the process ends: whoever needs it has it in memory. */
    static ContactStore inMemory() {
        return new MemoryContacts();
    }
}
