package chat.server.session;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.name.NameTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody who has a name. Thread-safe. */
final class Persons {
    private final NameTable<Person> names = new NameTable<>();

    /** Guarded by this. */
    private final Map<Long, Person> byAccount = new HashMap<>();

    /** Who goes by a name; whoever has just claimed it may not yet. */
    Optional<Person> find(UserName name) {
        return names.find(name).filter(person -> person.isCalled(name));
    }

    /** Who has logged in to an account. */
    synchronized Optional<Person> find(long account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    /** The name of somebody else that is the same or looks the same; null is nobody yet. */
    Optional<UserName> inTheWay(UserName name, @Nullable Person person) {
        return names.inTheWay(name, person == null ? new Person(0) : person);
    }

    /** Gives somebody a name, and keeps the ones they have, unless it or one that looks like it is somebody else's. */
    boolean claim(UserName name, Person person) {
        return names.claim(name, person);
    }

    /** Takes from somebody a name that they do not go by any more. */
    void release(UserName name, Person person) {
        names.release(name, person, person.name());
    }

    /**
     * Makes a session one of those of an account's owner.
     *
     * @param id of a person who comes only now
     * @param now who the session was until now, null if nobody yet: becomes the owner, if they are not here yet; by all their
     *     sessions if they have given up an account of this name
     * @return who it is; empty if somebody else has the name, or one that looks like it
     */
    synchronized Optional<Person> logIn(Account account, Session session, long id, @Nullable Person now) {
        Person known = byAccount.get(account.id());
        if (known != null) {
            known.enter(session, account.name());
            return Optional.of(known);
        }
        Person owner = now == null || !now.mayOwn(account) ? new Person(id) : now;
        if (!names.claim(account.name(), owner)) {
            return Optional.empty();
        }
        owner.logIn(account);
        owner.enter(session, account.name());
        byAccount.put(account.id(), owner);
        return Optional.of(owner);
    }

    /** An account is no more: its owner, if here, keeps the name as a guest. */
    synchronized Optional<Person> logOut(Account account) {
        Optional<Person> person = Optional.ofNullable(byAccount.remove(account.id()));
        person.ifPresent(Person::logOut);
        return person;
    }

    /** A session is not one of somebody's any more: with the last one their name is free. */
    void leave(Person person, Session session) {
        Account account = person.account().orElse(null);
        if (account == null) {
            if (person.leave(session)) {
                names.release(person.name(), person, null);
            }
            return;
        }
        synchronized (this) {
            if (person.leave(session)) {
                byAccount.remove(account.id(), person);
                names.release(person.name(), person, null);
            }
        }
    }
}
