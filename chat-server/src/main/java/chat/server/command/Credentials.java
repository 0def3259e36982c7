package chat.server.command;

import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.PasswordPrompt;
import chat.common.event.Tip;
import chat.server.account.Logins;
import chat.server.account.Password;
import chat.server.account.Verdict;
import chat.server.room.NotKeptException;
import chat.server.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the commands about passwords share: whether one may be typed here, what is asked, and what comes of it. What was
 * typed is in no sentence.
 */
final class Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
    private static final Reply WRONG =
            Reply.failure(Failure.Code.WRONG_PASSWORD, "That name and password do not go together.");
    private static final Reply BUSY = Reply.failure(
            Failure.Code.SERVER_BUSY, "Many people are logging in at the moment. Please try again in a minute.");

    private final Logins logins;
    private final Secrecy secrecy;

    Credentials(Logins logins, Secrecy secrecy) {
        this.logins = logins;
        this.secrecy = secrecy;
    }

    /**
     * Says why no password may be typed.
     *
     * @return null if one may be
     */
    @Nullable
    Reply obstacle(Session caller) {
        return secrecy.refuses(caller) ? Reply.failure(Failure.Code.NOT_ENCRYPTED, secrecy.refusal()) : null;
    }

    /** Tells who has typed a password into a command what they would have been told before they were asked. */
    void warn(Session caller) {
        String danger = secrecy.danger(caller);
        if (!danger.isEmpty()) {
            caller.send(new Tip(danger));
        }
    }

    /** Asks for a password. */
    Reply ask(Session caller, PasswordPrompt.Purpose purpose, UserName name, Function<String, Reply> then) {
        return new Reply.Asked(purpose, name, secrecy.warning(caller), then);
    }

    /** Looks at the password of a name; if it is right, goes on with what that proves, on the caller's loop. */
    Reply check(Session caller, UserName name, String typed, Function<Verdict.Right, Reply> then) {
        return Reply.later(logins.check(name, typed, caller.identity().whence().caller())
                .thenApply(verdict -> Reply.by(() -> {
                    if (verdict instanceof Verdict.Wrong) { // no name: people type passwords where names belong
                        LOG.info("A wrong password from {}", caller.address());
                    }
                    return reply(verdict, then);
                })));
    }

    private static Reply reply(Verdict verdict, Function<Verdict.Right, Reply> then) {
        if (verdict instanceof Verdict.Right right) {
            return then.apply(right);
        }
        if (verdict instanceof Verdict.Wait wait) {
            return Reply.tooOften("Too many passwords were wrong lately.", wait.seconds());
        }
        return verdict instanceof Verdict.Busy ? BUSY : WRONG;
    }

    /** Asks for a new password and once more for the same, and goes on with it. */
    Reply choose(Session caller, UserName name, Function<String, Reply> then) {
        return ask(caller, PasswordPrompt.Purpose.NEW, name, first -> {
            Reply problem = problemWith(first, name);
            return problem != null
                    ? problem
                    : new Reply.Asked(
                            PasswordPrompt.Purpose.AGAIN,
                            name,
                            "", // it has just been read
                            second -> isSame(first, second)
                                    ? then.apply(first)
                                    : Reply.failure(
                                            Failure.Code.PASSWORD_NOT_ALLOWED,
                                            "The two passwords are not the same, so nothing was done."));
        });
    }

    private static boolean isSame(String first, String second) {
        return Password.of(first).equals(Password.of(second));
    }

    /** What is wrong with a new password; null for nothing. */
    static @Nullable Reply problemWith(String typed, UserName name) {
        String problem = Password.problemWith(typed, name);
        return problem == null ? null : Reply.failure(Failure.Code.PASSWORD_NOT_ALLOWED, problem);
    }

    /** Hashes a new password, and goes on with its hash, on any thread. */
    Reply hash(Session caller, String typed, Function<String, CompletableFuture<Reply>> then) {
        return Reply.later(logins.hash(typed, caller.identity().whence().caller())
                .thenCompose(hash -> hash.map(then).orElseGet(() -> CompletableFuture.completedFuture(BUSY)))
                .exceptionally(Credentials::notKept));
    }

    /** The answer when the disk does not take it. */
    static Reply notKept(Throwable error) {
        Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof NotKeptException refusal) {
            return Reply.failure(
                    Failure.Code.NOT_KEPT,
                    "That was not done: this server cannot keep anything at the moment (" + refusal.getMessage()
                            + "). Please try again later.");
        }
        throw new CompletionException(error);
    }
}
