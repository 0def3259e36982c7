package chat.server.contact;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps whom registered people do not want to read. Thread-safe; futures are completed on any thread when the change is kept,
 * and fail if it cannot be.
 */
public interface ContactStore {
    /** All lists, by the account whose they are. May wait for the disk: read once, at the start. */
    Map<Long, List<Contact>> all();

    /**
     * Enters somebody, instead of whoever was entered as the same {@linkplain Contact#subject subject}.
     *
     * @param owner the account whose list it is
     * @param contact whom
     * @return how many lines have changed
     */
    CompletableFuture<Integer> add(long owner, Contact contact);

    /**
     * Takes somebody off.
     *
     * @param owner the account whose list it is
     * @param contact whom
     * @return how many lines have changed
     */
    CompletableFuture<Integer> remove(long owner, Contact contact);

    /**
     * Empties the list of an account that is given up.
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
