package chat.server.moderation;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.audit.Actor;
import chat.server.room.Room;
import chat.server.session.Session;
import java.util.Optional;

/** Who is what, looked up each time: who loses a role loses it at once. Any thread. */
public final class Roles {
    private final Accounts accounts;

    /**
     * Begins.
     *
     * @param accounts knows the operators
     */
    public Roles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether somebody has logged in to an account that there still is. */
    public boolean isRegistered(Session session) {
        return account(session).isPresent();
    }

    /** Whether somebody looks after the server. */
    public boolean isOperator(Session session) {
        return account(session).filter(Account::operator).isPresent();
    }

    /** The same of somebody who may not be connected: who is at the server's machine does, too. */
    boolean isOperator(Actor actor) {
        return actor.isConsole()
                || accounts.find(actor.account()).filter(Account::operator).isPresent();
    }

    /**
     * Whether an account's owner looks after the server.
     *
     * @param account its number
     */
    public boolean isOperator(long account) {
        return accounts.find(account).filter(Account::operator).isPresent();
    }

    /** Whether somebody looks after a room, or after the whole server. */
    public boolean isOwner(Session session, Room room) {
        return room.isOwner(session) || isOperator(session);
    }

    /** Whether somebody looks after a room, or after the whole server, by their account: not for having come first. */
    public boolean isAppointed(Session session, Room room) {
        return room.settings().isOwner(session.account()) || isOperator(session);
    }

    /** The same of somebody who may not be connected. */
    boolean isAppointed(Actor actor, Room room) {
        return room.settings().isOwner(actor.account()) || isOperator(actor);
    }

    /**
     * Whether somebody may undo what another one has done in a room. Who looks after it only for having come first may not
     * undo what operators did, or those who look after it by their account.
     *
     * @param by who wants to
     * @param place where
     * @param doneBy the name of who has done it; the names of accounts are nobody else's
     */
    boolean mayUndo(Actor by, Place place, String doneBy) {
        return place.isServer()
                || isAppointed(by, place.room())
                || !(doneBy.equals(Actor.CONSOLE.name().toString())
                        || UserName.parse(doneBy)
                                .flatMap(accounts::find)
                                .filter(other -> other.operator()
                                        || place.room().settings().isOwner(other.id()))
                                .isPresent());
    }

    /** The account that somebody has logged in to, if there still is one. */
    Optional<Account> account(Session session) {
        long account = session.account();
        return account == Account.NONE ? Optional.empty() : accounts.find(account);
    }
}
