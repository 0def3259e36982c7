package chat.client.link;

import chat.client.link.LinkState.Dialect;
import chat.client.net.Network;
import chat.client.net.Wire;
import chat.client.net.WireEvents;
import chat.common.PrintableText;
import chat.common.UserName;
import chat.common.event.Goodbye;
import chat.common.event.Received;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from the attempt to make it to its end: finds out how the server speaks, takes the name, and writes
 * what the luggage.outbox() holds. On the link's thread.
 */
final class Conversation implements WireEvents {
    /** How long a server has to answer what it knows: twice this if it has not even greeted. */
    static final Duration NEGOTIATION = Duration.ofSeconds(5);

    private final Network network;
    private final LinkListener listener;
    private final Luggage luggage;
    private final boolean replays;
    private final boolean quiet;
    private final ConversationListener owner;
    private final Naming naming;
    private final Wire wire;
    private final Negotiation negotiation = new Negotiation();

    private @Nullable Talk talk;
    private @Nullable Heartbeat heartbeat;
    private boolean open;
    private boolean quitting;
    private boolean over;

    /** Begins to make the connection. */
    Conversation(
            Network network,
            LinkSettings settings,
            LinkListener listener,
            Luggage luggage,
            ConversationListener owner) {
        this.network = network;
        this.listener = listener;
        this.luggage = luggage;
        this.replays = settings.replay();
        this.quiet = luggage.identity().isEverNamed() || !replays;
        this.owner = owner;
        this.naming = new Naming(luggage.identity(), owner::stands);
        this.wire = network.open(settings.host(), settings.port(), this);
    }

    /** Whether the connection was made. */
    boolean isOpen() {
        return open;
    }

    /** How long we have been in the room. */
    Duration online() {
        return naming.named(network.nanos());
    }

    @Override
    public void opened() {
        open = true;
        Negotiation.opening(luggage, quiet).forEach(wire::write);
        wire.flush();
        after(NEGOTIATION, () -> decide(false));
    }

    @Override
    public void line(String line) {
        if (talk != null && heartbeat != null) {
            heartbeat.heard();
            talk.line(line);
            return;
        }
        switch (negotiation.take(line)) {
            case JSON -> begin(new JsonTalk(this, wire, luggage, quiet, naming.isAgain()));
            case TEXT -> beginText(true);
            case HTTP -> end(Ending.forBrowsers());
            case OPEN -> {}
        }
    }

    @Override
    public void lineTooLong() {
        if (talk != null && heartbeat != null) {
            heartbeat.heard();
            talk.unreadable();
        }
    }

    /** The server has not said how it speaks. */
    private void decide(boolean last) {
        if (talk != null) {
            return;
        }
        if (!negotiation.heard().isEmpty() && !luggage.outbox().hasConfirmed()) {
            beginText(false);
        } else if (last) {
            end(Ending.How.LOST, "the server does not answer");
        } else {
            after(NEGOTIATION, () -> decide(true));
        }
    }

    private void beginText(boolean answered) {
        luggage.receipts().handBack(luggage.outbox().removeUncertain(), Receipts.RESTARTED);
        luggage.doubts().settle(luggage.receipts());
        begin(new TextTalk(this, wire, luggage, negotiation.heard(), answered, quiet));
    }

    private void begin(Talk begun) {
        talk = begun;
        heartbeat = new Heartbeat(network, luggage.outbox(), wire, begun, this);
        begun.begin();
        pump();
    }

    /** The server has answered something of ours. */
    void alive() {
        if (heartbeat != null) {
            heartbeat.answered();
        }
    }

    @Override
    public void writable() {
        pump();
    }

    /** Writes what may go, as long as the connection takes it. */
    void pump() {
        if (over || talk == null) {
            return;
        }
        while (wire.isWritable()) {
            Line line = luggage.outbox().next(this::mayGo, network.nanos());
            if (line == null) {
                break;
            }
            wire.write(talk.written(line));
            quitting |= line.quits();
        }
        talk.hasWritten();
        wire.flush();
    }

    private boolean mayGo(Line line) {
        return !quitting && talk != null && talk.isReady() && naming.allows(line);
    }

    /** Asks on the program's account. */
    void ask(String command, CompletableFuture<Received> answer) {
        if (talk == null) {
            answer.completeExceptionally(new NotTakenException("there is no connection"));
        } else {
            talk.ask(command, answer);
            wire.flush();
        }
    }

    /** Somebody speaks for the eye. */
    void plain(String line) {
        listener.plainLine(PrintableText.clean(line));
    }

    /** The lines from the greeting on that are of no interest the second time. */
    void greeted(String line) {
        if (!naming.isAgain()) {
            plain(line);
        }
    }

    /** Something has happened that answers no line of ours. */
    void happened(Received received) {
        luggage.whereabouts().learn(received);
        listener.received(received);
        follow(received);
    }

    /** A line was answered. */
    void answered(Line line, Received answer) {
        alive();
        luggage.whereabouts().learn(answer);
        luggage.whereabouts().answered(line, answer);
        luggage.login().answered(line, answer.event());
        luggage.receipts().answered(line, answer);
        follow(answer);
    }

    private void follow(Received received) {
        if (over) {
            return;
        }
        luggage.login().learn(received.event());
        UserName name = Login.nameIn(received.event());
        if (name != null) {
            named(name);
        } else if (received.event() instanceof Goodbye goodbye) {
            goodbye(goodbye.reason());
        }
    }

    /** We have a name; null if the server did not say which. */
    void named(@Nullable UserName name) {
        if (talk != null && talk.comesHome(name)) {
            return; // and calls again when it is
        }
        Dialect dialect = talk == null ? Dialect.TEXT : talk.dialect();
        naming.accepted(name, dialect, network.nanos());
        pump();
    }

    /** We are in our rooms again, and have heard what we have missed. */
    void isHome(Missed missed) {
        if (replays) {
            wire.write("/replay on");
        }
        listener.caughtUp(missed);
    }

    /** Whether we have no name yet, and nothing of ours is under way to change that. */
    boolean isUnnamed() {
        return naming.isUnnamed();
    }

    /** The server waits for a name, or has refused the one that we asked for. */
    void unnamed(@Nullable String refused) {
        naming.open(refused == null ? null : PrintableText.clean(refused));
        pump();
    }

    /** Somebody has the name that we asked for. */
    void nameTaken(UserName name, String sentence) {
        Duration delay = naming.taken();
        if (delay == null) {
            unnamed(sentence);
            return;
        }
        after(delay, () -> {
            if (talk != null) {
                talk.takeName(name);
                wire.flush();
            }
        });
    }

    /** The server says goodbye. */
    void goodbye(Goodbye.Reason reason) {
        end(Ending.of(reason));
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        end(Ending.of(cause, open, talk == null ? negotiation.heard() : List.of()));
    }

    /** Ends it, whichever side began. */
    void end(Ending.How how, String reason) {
        end(new Ending(how, reason));
    }

    private void end(Ending ending) {
        if (over) {
            return;
        }
        close();
        if (talk != null && talk.dialect() == Dialect.TEXT) {
            luggage.receipts().handBack(luggage.outbox().removeUncertain(), Receipts.LOST);
        }
        owner.over(this, ending);
    }

    /** Runs a task later, unless the connection has ended by then. */
    void after(Duration delay, Runnable task) {
        network.after(delay, () -> {
            if (!over) {
                task.run();
            }
        });
    }

    /** Ends it without a word to anybody. What was written waits in the luggage.outbox() again. */
    void close() {
        over = true;
        wire.close();
        luggage.outbox().passwordUnderWay().ifPresent(luggage.login()::inDoubt);
        luggage.outbox().lost();
        luggage.receipts().handBack(luggage.outbox().removeAnswersToPrompts(), "the connection was lost");
        if (talk != null) {
            talk.ended();
        }
    }
}
