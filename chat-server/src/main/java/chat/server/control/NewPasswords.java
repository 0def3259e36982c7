package chat.server.control;

import chat.common.UserName;
import chat.server.account.Account;
import chat.server.account.Accounts;
import chat.server.account.Caller;
import chat.server.account.Logins;
import chat.server.account.Password;
import chat.server.audit.Actor;
import chat.server.audit.AuditEntry;
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
        if (accounts.inTheWay(name).isPresent()) { // while it was hashed
            return failed("The name " + name + " has been registered just now. Please try again.");
        }
        return records.together(() -> accounts.add(name, false, hash)
                        .thenCombine(recorded(by, "register", name), (added, entry) -> added))
                .thenApply(added -> added.isPresent()
                        ? ControlReply.done("The name " + name + " is registered. Its owner types /login " + name
                                + " and this password.")
                        : ControlReply.failed("The name " + name + " has been registered just now. Please try again."));
    }

    private CompletableFuture<ControlReply> change(Actor by, Account account, String hash) {
        String gone = "The name " + account.name() + " has been given up just now. Please try again.";
        if (accounts.find(account.id()).isEmpty()) { // while it was hashed
            return failed(gone);
        }
        return records.together(() -> accounts.setPassword(account.id(), hash)
                        .thenCombine(recorded(by, "password", account.name()), (there, entry) -> there))
                .thenApply(there -> there
                        ? ControlReply.done(
                                "The password of " + account.name() + " has changed. Who has logged in stays.")
                        : ControlReply.failed(gone));
    }

    private CompletableFuture<AuditEntry> recorded(Actor by, String action, UserName name) {
        return records.add(by, action, name.toString(), "");
    }

    private static CompletableFuture<ControlReply> failed(String sentence) {
        return CompletableFuture.completedFuture(ControlReply.failed(sentence));
    }
}
