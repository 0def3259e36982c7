package chat.client.console;

import chat.client.console.Paragraph.Kind;
import chat.client.link.Link;
import chat.client.link.RefusedLineException;
import chat.client.link.SecretWords;
import chat.common.Request;
import chat.common.event.Event;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Repeated;
import chat.common.event.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** Sends what was typed, and shows it as said when the server has confirmed it: nothing seems sent that is not. */
final class Sender {
    private static final Set<String> PRIVATE = Set.of("private", "msg");

    private static final String ACTION = "me";

    /** A private message whose addressee the server knows. */
    private static final String REPLY = "reply";

    private final Clock clock;
    private final Teller teller;
    private final Connection connection;
    private final Executor thread;
    private final boolean echoes;
    private final BiConsumer<List<String>, String> handBack;
    private final Unconfirmed outbox;

    /**
     * Makes it.
     *
     * @param echoes whether there are no rows that show what waits
     * @param handBack takes lines that the link did not take up, and why, as it takes those that the link hands back
     */
    Sender(
            Clock clock,
            Teller teller,
            Connection connection,
            Executor thread,
            boolean echoes,
            BiConsumer<List<String>, String> handBack) {
        this.clock = clock;
        this.teller = teller;
        this.connection = connection;
        this.thread = thread;
        this.echoes = echoes;
        this.handBack = handBack;
        this.outbox = new Unconfirmed(clock);
    }

    CompletableFuture<Received> send(Link link, String line) {
        Unconfirmed.Waiting waiting = outbox.add(SecretWords.masked(line));
        CompletableFuture<Received> answered = link.send(line);
        boolean told = echoes && !connection.isConnected() && !answered.isDone();
        if (told) {
            teller.notice("Not sent yet, waits for a connection: " + waiting.line());
        }
        answered.whenComplete((answer, failure) -> thread.execute(() -> {
            outbox.remove(waiting);
            if (answer != null) {
                answered(waiting, line, answer, told);
            } else if (failure instanceof RefusedLineException) { // else the listener hears that it is handed back
                handBack.accept(List.of(line), String.valueOf(failure.getMessage()));
            }
        }));
        return answered;
    }

    private void answered(Unconfirmed.Waiting waiting, String line, Received answer, boolean told) {
        if (told) {
            teller.notice("Sent now: " + waiting.line());
        }
        Request request = Request.parse(line);
        Event event = answer.event();
        Instant at = answer.at() == null ? clock.instant() : answer.at();
        boolean repeated = event instanceof Repeated; // it was taken, and the real answer lost with the connection
        if (event instanceof PrivateSent sent) {
            saidTo(sent.to().toString(), request.verb().equals(REPLY) ? request.arguments() : text(request));
        } else if (repeated && PRIVATE.contains(request.verb())) {
            saidTo(firstWord(request.arguments()), text(request));
        } else if ((repeated || event instanceof Said) && request.verb().equals(Request.SAY)) {
            teller.tell(Paragraph.said(Kind.OWN, at, ownName(), request.arguments(), false));
        } else if ((repeated || event instanceof Said) && request.verb().equals(ACTION)) {
            teller.tell(Paragraph.said(Kind.DONE, at, ownName(), request.arguments(), false));
        } else if (event instanceof Said said) {
            teller.notice("Done in " + said.room() + ": " + waiting.line());
        } else if (repeated) {
            teller.notice("The server has done this, but its answer was lost: " + waiting.line());
        }
    }

    private String ownName() {
        return connection.name().isEmpty() ? "you" : connection.name();
    }

    private void saidTo(String name, String text) {
        teller.tell(Paragraph.said(Kind.PRIVATE_TO, clock.instant(), name, text, false));
    }

    private static String firstWord(String arguments) {
        return arguments.split("\\s+", 2)[0];
    }

    /** What a private message says. */
    private static String text(Request request) {
        String[] parts = request.arguments().split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    /** How many lines are not confirmed. */
    int unconfirmed() {
        return outbox.size();
    }

    /** The lines that have been waiting for some time, or for a connection. */
    List<String> waiting() {
        return outbox.shown(connection.isConnected());
    }
}
