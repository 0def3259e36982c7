package chat.client.console;

import chat.client.link.Farewell;
import chat.client.link.Link;
import chat.client.link.NotTakenException;
import chat.common.event.Event;
import chat.common.event.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A link that remembers what was sent, and answers when the test says so. */
final class FakeLink implements Link {
    final List<String> sent = new ArrayList<>();
    final Map<String, CompletableFuture<Received>> questions = new LinkedHashMap<>();
    final CompletableFuture<Farewell> ended = new CompletableFuture<>();
    boolean started;
    boolean left;
    boolean closed;
    private final List<CompletableFuture<Received>> unanswered = new ArrayList<>();

    /** The answer to the oldest line that has none. */
    void answers(Event event) {
        unanswered.remove(0).complete(new Received(event, null, null, null));
    }

    /** The oldest line that has no answer will never have one. */
    void givesUp(String reason) {
        unanswered.remove(0).completeExceptionally(new NotTakenException(reason));
    }

    void ends(Farewell.How how, String sentence) {
        ended.complete(new Farewell(how, sentence));
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public CompletableFuture<Received> send(String line) {
        sent.add(line);
        unanswered.add(new CompletableFuture<>());
        return unanswered.get(unanswered.size() - 1);
    }

    @Override
    public CompletableFuture<Received> ask(String command) {
        return questions.computeIfAbsent(command, c -> new CompletableFuture<>());
    }

    @Override
    public void leave() {
        left = true;
    }

    @Override
    public CompletableFuture<Farewell> ended() {
        return ended;
    }

    @Override
    public int unconfirmed() {
        return unanswered.size();
    }

    @Override
    public void close() {
        closed = true;
        ends(Farewell.How.CLOSED, "");
    }
}
