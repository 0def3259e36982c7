package chat.client.console;

import chat.client.link.Link;
import chat.client.link.Password;
import chat.client.link.SecretWords;
import chat.common.event.Event;
import chat.common.event.PasswordPrompt;
import chat.common.event.Received;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passwords: those that the server asks for, and those that people type into commands. One thread. */
final class PasswordPrompts {
    private static final String NOBODY_ASKS = "There is no connection at the moment, so nobody can ask you for a"
            + " password. Please type that again when there is one.";

    private static final String THROWN_AWAY =
            "What you typed meanwhile was thrown away, since it may have been a password.";

    /** So many lines are kept for questions that have not come yet: no command asks more often. */
    private static final int MOST_AHEAD = 3;

    private static final String READABLE = "This connection is not encrypted: whoever is in between can read your"
            + " password. It was not sent; to send passwords all the same, type that again.";

    private final Surface surface;
    private final Teller teller;
    private final Executor thread;
    private final Supplier<Link> link;
    private final BooleanSupplier inTheClear;
    private final BooleanSupplier leaving;
    private final Refusals refusals = new Refusals();
    private final Deque<char[]> ahead = new ArrayDeque<>();
    private boolean open;
    private boolean lost;
    private boolean awaiting;
    private boolean withholding;
    private long awaits;
    private boolean warned;

    /**
     * Begins with nothing asked.
     *
     * @param thread runs tasks on the console's thread
     * @param link the link, once there is one
     * @param inTheClear whether others could read what is sent
     * @param leaving whether nobody types any more
     */
    PasswordPrompts(
            Surface surface,
            Teller teller,
            Executor thread,
            Supplier<Link> link,
            BooleanSupplier inTheClear,
            BooleanSupplier leaving) {
        this.surface = surface;
        this.teller = teller;
        this.thread = thread;
        this.link = link;
        this.inTheClear = inTheClear;
        this.leaving = leaving;
    }

    /** The server asks. */
    void asked(PasswordPrompt prompt) {
        open = true;
        lost = false;
        awaiting = false;
        withholding = false;
        refusals.asked();
        if (!prompt.warning().isEmpty() && !refusals.isAgain()) {
            if (!warned) {
                throwAway(); // it was typed before anybody said that others can read it
            }
            warned = true;
            teller.failure(prompt.warning());
        }
        char[] typed = ahead.poll();
        if (typed != null) {
            answered(typed);
            return;
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

    /** Takes a line that is a password, or may be one; false if it is none. */
    boolean takes(String line) {
        if ((open || awaiting) && !surface.masks()) {
            answered(line.toCharArray());
            return true;
        }
        if (!withholding || line.isBlank()) {
            return false;
        }
        withholding = false;
        boolean command = line.stripLeading().startsWith("/");
        if (!command) {
            withheld();
        }
        return !command;
    }

    /** A line was typed that may be a password for which nobody asks any more. */
    void withheld() {
        withholding = false;
        teller.failure("Nothing is asked any more, so what you typed was thrown away: it may have been a password."
                + " To try again, type " + refusals.command());
    }

    /**
     * It was typed, perhaps before the question came.
     *
     * @param password is overwritten here; empty to give up
     */
    void answered(char[] password) {
        if (!open) {
            keep(password);
            return;
        }
        boolean late = lost;
        open = false;
        lost = false;
        if (late) {
            Arrays.fill(password, '\0');
            withholding = !refusals.command().isEmpty();
            settle();
            teller.failure(
                    "The connection was lost meanwhile, so your password was not sent. Please ask for it again.");
            return;
        }
        if (password.length > 0) {
            refusals.given();
        }
        String line = ("/secret " + new String(password)).strip();
        Arrays.fill(password, '\0');
        awaiting = true;
        await(link.get().send(line), "The password was not sent");
    }

    /** For a question that may come. */
    private void keep(char[] password) {
        if (awaiting && ahead.size() < MOST_AHEAD) {
            ahead.add(password);
        } else {
            Arrays.fill(password, '\0');
            thrownAway();
        }
    }

    /** A line goes to the server, whose answer may be a question: what is typed until then may be the answer to that. */
    void sent(String line, CompletableFuture<Received> answer) {
        boolean asks = SecretWords.ask(line);
        if (asks) {
            surface.holdPassword();
            awaiting = true;
        }
        if (asks || !SecretWords.question(line).isEmpty()) {
            refusals.typed(line);
            await(answer, null);
        }
    }

    private void await(CompletableFuture<Received> answer, @Nullable String otherwise) {
        long mine = ++awaits;
        answer.whenComplete((received, failure) -> thread.execute(() -> {
            if (failure != null && otherwise != null) {
                teller.failure(otherwise + ": " + failure.getMessage() + ".");
            }
            if (mine == awaits && !open) {
                over(received == null ? null : received.event());
            }
        }));
    }

    /** The server asks for nothing more in this. If it has refused what was typed it is made to ask again. */
    private void over(@Nullable Event answer) {
        Refusals.Then then = leaving.getAsBoolean() ? Refusals.Then.NOTHING : refusals.after(answer);
        if (then == Refusals.Then.ASK_AGAIN) {
            throwAway();
            surface.holdPasswordAnew();
            awaiting = true;
            await(link.get().send(refusals.command()), "The password cannot be asked for again");
            return;
        }
        withholding = then != Refusals.Then.NOTHING;
        settle();
        if (then == Refusals.Then.ASK_NO_MORE) {
            teller.notice("After " + Refusals.MOST + " refusals you are not asked again; to try once more, type "
                    + refusals.command());
        }
    }

    /** No question comes, so nobody knows what else was meant by what was typed for it. */
    private void settle() {
        awaiting = false;
        if (withholding) {
            surface.withholdLine();
        } else {
            surface.settlePassword();
        }
        throwAway();
    }

    private void throwAway() {
        if (!ahead.isEmpty()) {
            ahead.forEach(typed -> Arrays.fill(typed, '\0'));
            ahead.clear();
            thrownAway();
        }
    }

    /** What was typed is gone. */
    void thrownAway() {
        teller.notice(THROWN_AWAY);
    }

    /**
     * There is no connection any more. What is being typed stays what it is, and goes nowhere. Where lines come whole the
     * next one goes on to be a password, until the command has got its answer on the next connection.
     */
    void connectionLost() {
        if (open) {
            lost = true;
        } else if (surface.masks()) {
            settle();
        }
    }

    /** Whether a line may go out: not at once if others could read a password in it, nor if nobody is there to ask. */
    boolean mayGo(String line, boolean connected) {
        if (!connected && surface.masks() && SecretWords.ask(line)) {
            settle();
            teller.failure(NOBODY_ASKS);
            return false;
        }
        boolean secret = SecretWords.masked(line).endsWith(Password.MASK);
        if (!secret || warned || !inTheClear.getAsBoolean()) {
            return true;
        }
        warned = true;
        teller.failure(READABLE);
        return false;
    }
}
