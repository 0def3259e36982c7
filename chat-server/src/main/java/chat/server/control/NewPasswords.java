package chat.server.control;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.account.Caller;
import chat.server.account.Logins;
import chat.server.account.Password;
import chat.server.audit.Actor;
import chat.server.moderation.Records;
import chat.server.name.NameRules;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sets the password of a name, and registers it if need be. Who has logged in to it stays; a guest who goes by the name is
 * renamed when its owner logs in. Thread-safe.
 */
final class NewPasswords {
    /** Its turn among those who wait for a hash is the console's own. */
    private static final Caller CONSOLE = new Caller("console", 0);

    private final Logins logins;
    private final Accounts accounts;
    private final Records records;

    NewPasswords(Logins logins, Records records) {
        this.logins = logins;
        this.accounts = logins.accounts();
        this.records = records;
    }

    CompletableFuture<ControlReply> set(Actor by, String whose, String typed) {
        String noName = UserName.problemWith(whose);
        if (noName != null) {
            return failed(noName);
        }
        UserName name = UserName.of(whose);
        Account known = accounts.find(name).orElse(null);
        String problem = known == null ? obstacle(name) : null;
        if (problem == null) {
            problem = Password.problemWith(typed, name);
        }
        if (problem != null) {
            return failed(problem);
        }
        return logins.hash(typed, CONSOLE)
                .thenCompose(
                        hashed -> hashed.map(hash -> known == null ? register(by, name, hash) : change(by, known, hash))
                                .orElseGet(() -> failed(
                                        "Many people are logging in at the moment. Please try again in a minute.")));
    }

    private @Nullable String obstacle(UserName name) {
        if (NameRules.isReserved(name)) {
            return "The name " + name + " is reserved. Please choose another one: it has " + UserName.RULE + ".";
        }
        Account other = accounts.inTheWay(name).orElse(null);
        if (other != null) {
            return "The name " + name + " looks like " + other.name() + ", which is registered.";
        }
        return accounts.isFull()
                ? "As many names are registered as this server keeps, which is " + Accounts.MOST + "."
                : NameRules.problemWith(name);
    }

    private CompletableFuture<ControlReply> register(Actor by, UserName name, String hash) {
        return accounts.add(name, false, hash)
                .thenCompose(added -> added.isEmpty()
                        ? failed("The name " + name + " has been registered just now. Please try again.")
                        : done(
                                by,
                                "register",
                                name,
                                "The name " + name + " is registered. Its owner types /login " + name
                                        + " and this password."));
    }

    private CompletableFuture<ControlReply> change(Actor by, Account account, String hash) {
        return accounts.setPassword(account.id(), hash)
                .thenCompose(there -> there
                        ? done(
                                by,
                                "password",
                                account.name(),
                                "The password of " + account.name() + " has changed. Who has logged in stays.")
                        : failed("The name " + account.name() + " has been given up just now. Please try again."));
    }

    private CompletableFuture<ControlReply> done(Actor by, String action, UserName name, String sentence) {
        return records.add(by, action, name.toString(), "").thenApply(written -> ControlReply.done(sentence));
    }

    private static CompletableFuture<ControlReply> failed(String sentence) {
        return CompletableFuture.completedFuture(ControlReply.failed(sentence));
    }
}
