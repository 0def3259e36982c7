package chat.client.console;

import chat.client.link.Link;
import chat.client.link.Password;
import chat.client.link.SecretWords;
import chat.common.Request;
import chat.common.event.PasswordPrompt;
import chat.common.event.Received;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passwords: those that the server asks for, and those that people type into commands. One thread. */
final class PasswordPrompts {
    /** Alone, these make the server ask. */
    private static final Set<String> ASKING = Set.of("register", "login", "password", "unregister");

    private static final String READABLE = "This connection is not encrypted: whoever is in between can read your"
            + " password. It was not sent; to send passwords all the same, type that again.";

    private final Surface surface;
    private final Teller teller;
    private final Executor thread;
    private final Supplier<Link> link;
    private final BooleanSupplier inTheClear;
    private boolean open;
    private boolean lost;
    private boolean warned;

    /**
     * Begins with nothing asked.
     *
     * @param thread runs tasks on the console's thread
     * @param link the link, once there is one
     * @param inTheClear whether others could read what is sent
     */
    PasswordPrompts(Surface surface, Teller teller, Executor thread, Supplier<Link> link, BooleanSupplier inTheClear) {
        this.surface = surface;
        this.teller = teller;
        this.thread = thread;
        this.link = link;
        this.inTheClear = inTheClear;
    }

    /** The server asks. */
    void asked(PasswordPrompt prompt) {
        open = true;
        lost = false;
        if (!prompt.warning().isEmpty()) {
            warned = true;
            teller.failure(prompt.warning());
        }
        String what = question(prompt);
        teller.notice(
                surface.masks()
                        ? what + ". Nobody sees it; Esc, or Enter alone, gives up."
                        : what + ": the next line is it, and is shown as you type. An empty line gives up.");
        surface.askPassword(what + ": ");
    }

    private static String question(PasswordPrompt prompt) {
        return switch (prompt.purpose()) {
            case CURRENT -> "Password of " + prompt.name();
            case NEW -> "New password for " + prompt.name();
            case AGAIN -> "The new password once more";
        };
    }

    /** Whether the next line is a password. */
    boolean takesLine() {
        return open && !surface.masks();
    }

    /**
     * It was typed.
     *
     * @param password is overwritten here; empty to give up
     */
    void answered(char[] password) {
        boolean late = lost;
        open = false;
        lost = false;
        if (late) {
            Arrays.fill(password, '\0');
            surface.settlePassword();
            teller.failure(
                    "The connection was lost meanwhile, so your password was not sent. Please ask for it again.");
            return;
        }
        String line = ("/secret " + new String(password)).strip();
        Arrays.fill(password, '\0');
        await(link.get().send(line), "The password was not sent");
    }

    /** A line goes to the server, whose answer may be a question. */
    void sent(String line, CompletableFuture<Received> answer) {
        if (asks(line) && surface.masks()) {
            surface.holdPassword();
            await(answer, null);
        }
    }

    private static boolean asks(String line) {
        if (!line.stripLeading().startsWith("/")) {
            return false;
        }
        Request request = Request.parse(line);
        return ASKING.contains(request.verb()) && !SecretWords.masked(line).endsWith(Password.MASK);
    }

    private void await(CompletableFuture<Received> answer, @Nullable String otherwise) {
        answer.whenComplete((received, failure) -> thread.execute(() -> {
            if (failure != null && otherwise != null) {
                teller.failure(otherwise + ": " + failure.getMessage() + ".");
            }
            if (!open) {
                surface.settlePassword();
            }
        }));
    }

    /** There is no connection any more. What is being typed stays what it is, and goes nowhere. */
    void connectionLost() {
        if (open) {
            lost = true;
        } else {
            surface.settlePassword();
        }
    }

    /** Whether a line may go out: not at once if others could read a password in it. */
    boolean mayGo(String line) {
        boolean secret = SecretWords.masked(line).endsWith(Password.MASK);
        if (!secret || warned || !inTheClear.getAsBoolean()) {
            return true;
        }
        warned = true;
        teller.failure(READABLE);
        return false;
    }
}
