package chat.client.console;

import chat.client.console.Paragraph.Kind;
import chat.client.link.Link;
import chat.common.Request;
import chat.common.event.PrivateSent;
import chat.common.event.Received;
import chat.common.event.Said;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Sends what was typed, and shows it as said when the server has confirmed it: nothing seems sent that is not. */
final class Sender {
    private final Clock clock;
    private final Teller teller;
    private final Connection connection;
    private final Executor thread;
    private final boolean echoes;
    private final Unconfirmed outbox;

    /**
     * Makes it.
     *
     * @param echoes whether there are no rows that show what waits
     */
    Sender(Clock clock, Teller teller, Connection connection, Executor thread, boolean echoes) {
        this.clock = clock;
        this.teller = teller;
        this.connection = connection;
        this.thread = thread;
        this.echoes = echoes;
        this.outbox = new Unconfirmed(clock);
    }

    void send(Link link, String line) {
        Unconfirmed.Waiting waiting = outbox.add(shown(line));
        boolean told = echoes && !connection.isConnected();
        if (told) {
            teller.notice("Not sent yet, waits for a connection: " + waiting.line());
        }
        link.send(line).whenComplete((answer, failure) -> thread.execute(() -> answered(waiting, line, answer, told)));
    }

    /** A password may not stand on the screen. */
    private static String shown(String line) {
        return Discretion.mayRemember(line) ? line : "/" + Request.parse(line).verb() + " ...";
    }

    private void answered(Unconfirmed.Waiting waiting, String line, @Nullable Received answer, boolean told) {
        outbox.remove(waiting);
        if (answer == null) {
            return; // handed back, which the listener hears
        }
        if (told) {
            teller.notice("Sent now: " + waiting.line());
        }
        Request request = Request.parse(line);
        if (answer.event() instanceof PrivateSent sent) {
            String text = afterFirstWord(request.arguments());
            teller.tell(
                    Paragraph.said(Kind.PRIVATE_TO, clock.instant(), sent.to().toString(), text, false));
        } else if (answer.event() instanceof Said && request.verb().equals(Request.SAY)) {
            String name = connection.name().isEmpty() ? "you" : connection.name();
            teller.tell(Paragraph.said(Kind.OWN, clock.instant(), name, request.arguments(), false));
        }
    }

    private static String afterFirstWord(String arguments) {
        String[] parts = arguments.split("\\s+", 2);
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
