package chat.server.command;

import chat.server.account.Accounts;
import chat.server.account.Logins;
import chat.server.contact.ContactStore;
import chat.server.mail.MailStore;
import chat.server.mail.MemoryMail;
import chat.server.moderation.Moderation;
import chat.server.room.Rooms;
import chat.server.session.Contacts;
import chat.server.session.PostOffice;
import chat.server.session.SessionRegistry;
import chat.server.session.Watches;

/**
 * What commands work with. Immutable.
 *
 * @param registry who is connected
 * @param rooms where people are
 * @param logins where the passwords of registered names are looked at
 * @param secrecy where they may be typed
 * @param post keeps messages for those who are away
 * @param contacts whom people do not want to read
 * @param moderation keeps order
 * @param watches for whom people wait
 */
public record Services(
        SessionRegistry registry,
        Rooms rooms,
        Logins logins,
        Secrecy secrecy,
        PostOffice post,
        Contacts contacts,
        Moderation moderation,
        Watches watches) {
    /** Has those hear of each other's coming and going who have to. */
    public Services {
        registry.listen(contacts);
        registry.listen(post);
        registry.listen(watches);
        logins.accounts().whenRemoved(account -> {
            post.store().clear(account.id()); // in the file they go with the account
            contacts.clear(account.id());
            registry.forget(account).whenComplete((done, error) -> watches.clear(account.id()));
        });
        registry.guard(
                (session, room) -> moderation.gate().refusal(session, room).isEmpty());
    }

    /**
     * What is forgotten when the process ends.
     *
     * @param registry who is connected
     * @param rooms where people are
     */
    public static Services inMemory(SessionRegistry registry, Rooms rooms) {
        Accounts accounts = new Accounts(registry.clock());
        MailStore mail = new MemoryMail(registry.clock(), MailStore.KEEP);
        return new Services(
                registry,
                rooms,
                new Logins(accounts, registry.limits().registrations()),
                new Secrecy(false, () -> 0),
                new PostOffice(mail, registry),
                new Contacts(ContactStore.inMemory()),
                Moderation.inMemory(registry, rooms, accounts, mail),
                new Watches(ContactStore.inMemory(), registry));
    }

    /** Whose names are registered. */
    Accounts accounts() {
        return logins.accounts();
    }
}
