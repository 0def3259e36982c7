package chat.server.contact;

import chat.common.UserName;
import chat.server.account.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom somebody does not want to read, shared by all their sessions. Thread-safe; to look costs no lock. */
public final class IgnoreList {
    /** How many may be on it. */
    public static final int MOST = 100;

    private volatile List<Contact> contacts;

    /**
     * Begins.
     *
     * @param contacts who is on it
     */
    public IgnoreList(List<Contact> contacts) {
        this.contacts = List.copyOf(contacts);
    }

    /** Whether nobody is on it. */
    public boolean isEmpty() {
        return contacts.isEmpty();
    }

    /** Whether there is no room for one more. */
    public boolean isFull() {
        return contacts.size() >= MOST;
    }

    /** Who is on it; a snapshot. */
    public List<Contact> contacts() {
        return contacts;
    }

    /**
     * Whether somebody's words are not to be read.
     *
     * @param session theirs
     * @param account theirs; {@link Account#NONE} for a guest
     * @param mark of their words
     */
    public boolean has(long session, long account, long mark) {
        for (Contact contact : contacts) {
            if (contact.wrote(session, account, mark)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Who was entered under a name.
     *
     * @param name in any case
     */
    public Optional<Contact> find(UserName name) {
        return contacts.stream().filter(contact -> contact.name().equals(name)).findFirst();
    }

    /**
     * Enters somebody.
     *
     * @param contact whom, instead of an earlier entry
     */
    public synchronized void add(Contact contact) {
        List<Contact> more = new ArrayList<>(contacts);
        more.removeIf(other -> other.subject().equals(contact.subject()));
        more.add(contact);
        contacts = List.copyOf(more);
    }

    /**
     * Takes somebody off.
     *
     * @param contact whom
     */
    public synchronized void remove(Contact contact) {
        contacts = contacts.stream()
                .filter(other -> !other.subject().equals(contact.subject()))
                .toList();
    }
}
