package chat.server.account;

import chat.common.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps accounts. Changes are made in the order in which they were asked for; each is completed on any thread when it is
 * kept, or with a {@link chat.server.room.NotKeptException} if it cannot be. Thread-safe.
 */
public interface AccountStore {
    /**
     * An account as it is kept.
     *
     * @param account whose name it is
     * @param password the hash of its password; empty if nobody can log in to it
     * @param places the marks of where its owner has logged in from, the latest last
     */
    record Stored(Account account, String password, List<Long> places) {
        /** Copies the list, so that it never changes. */
        public Stored {
            places = List.copyOf(places);
        }
    }

    /** The accounts it knew when it was opened. */
    List<Stored> all();

    /**
     * Adds an account.
     *
     * @param name its name
     * @param password the hash of its password, or empty
     * @param operator whether its owner looks after the server
     * @param since when it was registered
     * @return the account, with a number that none has had before; empty if there is one of that name, in any case
     */
    CompletableFuture<Optional<Account>> add(UserName name, String password, boolean operator, Instant since);

    /**
     * Gives or takes the role of an operator.
     *
     * @param id whose account
     * @param operator whether its owner looks after the server from now on
     * @return whether there is such an account
     */
    CompletableFuture<Boolean> setOperator(long id, boolean operator);

    /**
     * Changes the password.
     *
     * @param id of which account
     * @param password its hash
     * @return whether there is such an account
     */
    CompletableFuture<Boolean> setPassword(long id, String password);

    /**
     * Changes the password, or writes the same another way, unless it has been changed meanwhile.
     *
     * @param id of which account
     * @param before its hash; if it has another one by now, that stays
     * @param password its new hash
     * @return whether it had that hash
     */
    CompletableFuture<Boolean> renewPassword(long id, String before, String password);

    /**
     * Remembers from where the owner has logged in, instead of what was known before.
     *
     * @param id of which account
     * @param places their marks, the latest last
     * @return whether there is such an account
     */
    CompletableFuture<Boolean> setPlaces(long id, List<Long> places);

    /**
     * Removes an account, with what the same file keeps for its owner alone: mail and lists.
     *
     * @param id which
     * @return whether there was one
     */
    CompletableFuture<Boolean> remove(long id);
}
