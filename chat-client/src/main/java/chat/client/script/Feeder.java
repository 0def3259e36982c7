package chat.client.script;

import chat.client.link.SecretWords;
import chat.common.Request;
import chat.common.event.Event;
import chat.common.event.LoggedIn;
import chat.common.event.PasswordChanged;
import chat.common.event.PasswordPrompt;
import chat.common.event.Received;
import chat.common.event.Registered;
import chat.common.event.Unregistered;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of the input to the link, in order. Behind a command that makes the server ask for a password it waits
 * for the answer: the next line is the password if the server asks, and if it does not ask, no line goes out any more, since
 * it may be a password that would be said to the room. One thread.
 */
final class Feeder {
    private static final Set<String> FAREWELLS = Set.of("quit", "exit");

    /** What comes of a password that was right: what follows is none. */
    private static final Set<Class<? extends Event>> DONE =
            Set.of(LoggedIn.class, Registered.class, PasswordChanged.class, Unregistered.class);

    private final LineSource lines;
    private final LineForm form;
    private final boolean asked;
    private final Complaints complaints;
    private final BooleanSupplier over;
    private final Way way;
    private final Consumer<Outgoing> quits;

    /** Why no more lines come. */
    enum End {
        /** There are none. */
        INPUT_ENDED,
        /** The last one leaves. */
        QUIT,
        /** They may be passwords. */
        STOPPED
    }

    /** How lines get to the server. */
    @FunctionalInterface
    interface Way {
        /** Sends a line; completed when what came of it has been told. */
        CompletableFuture<Received> send(Outgoing line) throws InterruptedException;
    }

    /**
     * Begins with the first line.
     *
     * @param asked whether lines answer questions; a program does that by a command
     * @param complaints hears what went wrong
     * @param over whether nobody wants more lines
     * @param way where lines go
     * @param quits hears of a line that leaves, before it is sent
     */
    Feeder(
            LineSource lines,
            LineForm form,
            boolean asked,
            Complaints complaints,
            BooleanSupplier over,
            Way way,
            Consumer<Outgoing> quits) {
        this.lines = lines;
        this.form = form;
        this.asked = asked;
        this.complaints = complaints;
        this.over = over;
        this.way = way;
        this.quits = quits;
    }

    /** Sends line after line. Waits. */
    End feed() throws InterruptedException {
        try {
            for (String line = lines.next(); line != null && !over.getAsBoolean(); line = lines.next()) {
                Outgoing outgoing = form.take(line);
                String command = outgoing.command();
                if (FAREWELLS.contains(Request.parse(command).verb())) {
                    quits.accept(outgoing);
                    way.send(outgoing);
                    return End.QUIT;
                }
                CompletableFuture<Received> answer = way.send(outgoing);
                if (asked && SecretWords.ask(command) && !isSettled(answer)) {
                    return End.STOPPED;
                }
            }
        } catch (IOException e) {
            complaints.fail("The input cannot be read: " + e.getMessage());
        }
        return End.INPUT_ENDED;
    }

    /** Answers questions until there are no more; whether the command has done what it does. */
    private boolean isSettled(CompletableFuture<Received> first) throws InterruptedException, IOException {
        Event event = await(first);
        while (event instanceof PasswordPrompt) {
            String password = lines.read();
            boolean missing = password == null || password.isBlank();
            String secret = missing ? "/secret" : "/secret " + password;
            event = await(way.send(new Outgoing(secret, secret, null)));
            if (missing) {
                complaints.fail("No password followed, so nothing was done, and what follows was not sent.");
                return false;
            }
        }
        if (event != null && DONE.contains(event.getClass())) {
            return true;
        }
        complaints.fail("What follows was not sent, since it may be a password.");
        return false;
    }

    private static @Nullable Event await(CompletableFuture<Received> answer) throws InterruptedException {
        try {
            return answer.get().event();
        } catch (ExecutionException e) {
            return null; // it was told why
        }
    }
}
