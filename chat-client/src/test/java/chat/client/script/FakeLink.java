package chat.client.script;

import chat.client.link.Farewell;
import chat.client.link.Link;
import chat.client.link.LinkListener;
import chat.client.link.LinkState;
import chat.client.link.LinkState.Dialect;
import chat.client.link.NotTakenException;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Goodbye;
import chat.common.event.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** A link to nowhere: a test says what the server answers. Calls the listener on whichever thread calls it. */
final class FakeLink implements Link {
    final List<String> sent = new ArrayList<>();
    private final LinkListener listener;
    private final CompletableFuture<Farewell> ended = new CompletableFuture<>();
    private final Map<String, Function<String, Event>> answers = new LinkedHashMap<>();
    private Consumer<FakeLink> start = FakeLink::online;
    private Runnable leave = () -> answered(new Goodbye(Goodbye.Reason.QUIT));
    private int tags;

    FakeLink(LinkListener listener) {
        this.listener = listener;
    }

    /** What happens as soon as it starts. */
    FakeLink onStart(Consumer<FakeLink> does) {
        start = does;
        return this;
    }

    /** Answers lines that begin so. */
    FakeLink answers(String beginning, Event event) {
        return answers(beginning, line -> event);
    }

    /** Answers lines that begin so with what a function says. */
    FakeLink answers(String beginning, Function<String, Event> with) {
        answers.put(beginning, with);
        return this;
    }

    /** How it ends when it is left. */
    FakeLink endsWith(Farewell.How how, String sentence) {
        leave = () -> end(how, sentence);
        return this;
    }

    void online() {
        listener.stateChanged(new LinkState.Online(UserName.of("bot"), Dialect.JSON, false));
    }

    void state(LinkState state) {
        listener.stateChanged(state);
    }

    void plain(String line) {
        listener.plainLine(line);
    }

    void event(Event event) {
        listener.received(new Received(event, null, null, null));
    }

    void end(Farewell.How how, String sentence) {
        ended.complete(new Farewell(how, sentence));
    }

    @Override
    public void start() {
        start.accept(this);
    }

    @Override
    public synchronized CompletableFuture<Received> send(String line) {
        sent.add(line);
        for (Map.Entry<String, Function<String, Event>> answer : answers.entrySet()) {
            if (line.startsWith(answer.getKey())) {
                Event event = answer.getValue().apply(line);
                return event == null ? new CompletableFuture<>() : answered(event);
            }
        }
        return CompletableFuture.failedFuture(new NotTakenException("nobody says what to answer"));
    }

    private CompletableFuture<Received> answered(Event event) {
        Received received = new Received(event, null, null, Integer.toString(++tags));
        listener.received(received);
        if (event instanceof Goodbye) {
            end(Farewell.How.LEFT, "");
        }
        return CompletableFuture.completedFuture(received);
    }

    @Override
    public CompletableFuture<Received> ask(String command) {
        return CompletableFuture.failedFuture(new NotTakenException("nobody asks"));
    }

    @Override
    public void leave() {
        sent.add("(leaves)");
        leave.run();
    }

    @Override
    public CompletableFuture<Farewell> ended() {
        return ended;
    }

    @Override
    public int unconfirmed() {
        return 0;
    }

    @Override
    public void close() {
        end(Farewell.How.CLOSED, "");
    }
}
