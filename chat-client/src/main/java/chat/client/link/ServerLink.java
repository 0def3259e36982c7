package chat.client.link;

import chat.client.net.NettyNetwork;
import chat.client.net.Network;
import chat.client.tls.Encryption;
import chat.common.event.Received;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A link over sockets. One thread, its {@link Network}'s, owns all its state; the public methods only leave word there.
 *
 * <p>What is promised about a line that {@link #send} took:
 *
 * <ul>
 *   <li>While the server's process is the same and speaks events, it takes the line exactly once, and lines in the order
 *       in which they were sent, however often the connection is lost ({@link Outbox} says how).
 *   <li>If the server was restarted, lines that had never been written to it go out to the new one, in order. Those that
 *       had been written and not answered are handed back, since nobody knows about them.
 *   <li>To a server that speaks plain text only, lines go out in order. If the connection is lost, those that were
 *       written, and about which the server has told nothing yet, are handed back; the others go out on the next one.
 *   <li>What cannot be sent any more when the link ends is handed back. Nothing is dropped in silence.
 * </ul>
 *
 * <p>Two exceptions to the order: while there is no name, and one is needed, lines wait, but commands that somebody
 * without a name may use go ahead of them ({@code /setname} must). And a change of name or a question ({@code /cmd})
 * whose answer was lost is sent again, since twice is as good as once.
 */
public final class ServerLink implements Link {
    /** How long leaving may make no progress. */
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private static final String TOO_MUCH =
            Quota.MOST_LINES + " lines wait already; please wait until the server has taken some";
    private static final String OVER = "the chat is over";

    private final LinkSettings settings;
    private final LinkListener listener;
    private final Network network;
    private final Comeback comeback;
    private final Quota quota = new Quota();
    private final Luggage luggage;
    private final CompletableFuture<Farewell> ended = new CompletableFuture<>();

    /** What other threads have sent and this one has not seen yet. */
    private final Queue<Line> arrivals = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean called = new AtomicBoolean();

    private @Nullable Conversation conversation;
    private boolean started;
    private boolean leaving;
    private boolean over;

    ServerLink(LinkSettings settings, LinkListener listener, Network network, RandomGenerator random) {
        this.settings = settings;
        this.listener = listener;
        this.network = network;
        this.comeback = new Comeback(settings.again(), random);
        this.luggage = new Luggage(
                new Outbox(),
                new Receipts(listener, quota),
                new Identity(settings.name()),
                new Login(settings.name(), settings.password()),
                new Whereabouts(),
                new Doubts(),
                new ResumeKey());
    }

    /**
     * Makes a link that does nothing yet. It has a thread of its own, which does not keep the program alive.
     *
     * @param settings which server, and how
     * @param listener hears what happens, on the link's thread
     * @return the link; to be closed
     */
    public static ServerLink to(LinkSettings settings, LinkListener listener) {
        return to(settings, listener, null);
    }

    /**
     * Makes a link that does nothing yet.
     *
     * @param settings which server, and how
     * @param listener hears what happens, on the link's thread
     * @param encryption to that server; null to send everything as it is
     * @return the link; to be closed
     */
    public static ServerLink to(LinkSettings settings, LinkListener listener, @Nullable Encryption encryption) {
        return new ServerLink(settings, listener, new NettyNetwork(encryption), new Random());
    }

    @Override
    public void start() {
        leaveWord(() -> {
            if (!started && !over) {
                started = true;
                connect();
            }
        });
    }

    private void connect() {
        if (over) {
            return;
        }
        listener.stateChanged(new LinkState.Connecting(comeback.attempt()));
        conversation = new Conversation(network, settings, listener, luggage, new Progress());
    }

    /** Hears how the conversation goes. */
    private final class Progress implements ConversationListener {
        @Override
        public void stands(LinkState state) {
            listener.stateChanged(state);
        }

        @Override
        public void over(Conversation of, Ending ending) {
            conversation = null;
            Duration delay = comeback.after(of, ending);
            if (delay == null || leaving) {
                finish(Farewells.after(ending, settings), ending.reason());
            } else {
                listener.stateChanged(new LinkState.Waiting(ending.reason(), comeback.attempt(), delay));
                network.after(delay, ServerLink.this::connect);
            }
        }
    }

    @Override
    public CompletableFuture<Received> send(String text) {
        String problem = Line.problemWith(text);
        if (problem != null) {
            return refused(problem);
        }
        Line line = Line.of(text);
        if (ended.isDone()) {
            return refused(OVER);
        }
        if (!quota.take(line.bytes())) {
            return refused(TOO_MUCH);
        }
        arrivals.add(line);
        if (called.compareAndSet(false, true)) {
            leaveWord(this::takeArrivals);
        }
        return line.answer();
    }

    private static CompletableFuture<Received> refused(String reason) {
        return CompletableFuture.failedFuture(new RefusedLineException(reason));
    }

    /** Many lines that were sent in a burst are written in one go. */
    private void takeArrivals() {
        called.set(false);
        for (Line line = arrivals.poll(); line != null; line = arrivals.poll()) {
            if (over || leaving) {
                luggage.receipts().refuse(line, OVER);
            } else if (line.answersPrompt() && conversation == null) {
                luggage.receipts().refuse(line, "there is no connection");
            } else {
                luggage.outbox().add(line);
                if (line.quits()) {
                    leaving();
                }
            }
        }
        if (conversation != null) {
            conversation.pump();
        }
    }

    @Override
    public CompletableFuture<Received> ask(String command) {
        CompletableFuture<Received> answer = new CompletableFuture<>();
        try {
            network.execute(() -> {
                if (conversation == null) {
                    answer.completeExceptionally(new NotTakenException("there is no connection"));
                } else {
                    conversation.ask(command, answer);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new NotTakenException(OVER));
        }
        return answer;
    }

    @Override
    public void leave() {
        leaveWord(() -> {
            takeArrivals();
            if (!over && !leaving) {
                Line quit = Line.of("/quit");
                quota.add(quit.bytes());
                luggage.outbox().add(quit);
                leaving();
                if (conversation != null) {
                    conversation.pump();
                }
            }
        });
    }

    /** The last line is in the outbox. It goes if there is a connection, or the first one is just being made for it. */
    private void leaving() {
        leaving = true;
        boolean first =
                conversation != null && comeback.isFirst() && luggage.outbox().size() > 1;
        if (conversation != null && (conversation.isOpen() || first)) {
            awaitProgress();
        } else {
            finish(new Farewell(Farewell.How.CLOSED, ""), "there is no connection");
        }
    }

    private void awaitProgress() {
        long before = progress();
        network.after(LEAVING, () -> {
            if (over) {
                return;
            }
            boolean stuck = progress() == before && !luggage.outbox().awaitsPassword();
            if (stuck && conversation != null && conversation.isOpen()) {
                finish(Farewells.unanswered(settings), "the server does not answer");
            } else {
                awaitProgress();
            }
        });
    }

    private long progress() {
        return luggage.outbox().place() + luggage.receipts().settled();
    }

    /** Ends the link: what waits is handed back. */
    private void finish(Farewell farewell, String reason) {
        if (over) {
            return;
        }
        over = true;
        if (conversation != null) {
            conversation.close();
            conversation = null;
        }
        luggage.doubts().settle(luggage.receipts());
        List<Line> uncertain = luggage.outbox().removeUncertain();
        luggage.receipts().handBack(uncertain, reason + ", and the server may or may not have passed them on");
        luggage.receipts().handBack(luggage.outbox().removeAll(), reason);
        takeArrivals(); // refused before it is told that it is over, when nobody may listen any more
        listener.stateChanged(new LinkState.Ended(farewell));
        ended.complete(farewell);
        network.close();
        takeArrivals();
    }

    @Override
    public CompletableFuture<Farewell> ended() {
        return ended.copy();
    }

    @Override
    public int unconfirmed() {
        return quota.lines();
    }

    @Override
    public void close() {
        leaveWord(() -> {
            takeArrivals();
            finish(new Farewell(Farewell.How.CLOSED, ""), "the chat was closed");
        });
        network.close();
    }

    /** Runs a task on the link's thread; if that has ended already, only what was sent too late is left to do. */
    private void leaveWord(Runnable task) {
        try {
            network.execute(task);
        } catch (RejectedExecutionException e) {
            for (Line line = arrivals.poll(); line != null; line = arrivals.poll()) {
                line.answer().completeExceptionally(new RefusedLineException(OVER));
                quota.give(line.bytes());
            }
        }
    }
}
