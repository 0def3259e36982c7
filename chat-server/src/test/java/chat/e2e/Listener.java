package chat.e2e;

import static org.awaitility.Awaitility.await;

import chat.client.link.LinkListener;
import chat.client.link.LinkState;
import chat.client.link.Missed;
import chat.common.event.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a link tells, collected from its thread. */
final class Listener implements LinkListener {
    /** Longer than it takes to notice that a network is silent. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Received> events = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<LinkState> states = new ArrayList<>();
    private final List<Missed> missed = new ArrayList<>();
    private final List<String> handedBack = new ArrayList<>();

    @Override
    public synchronized void received(Received received) {
        events.add(received);
    }

    @Override
    public synchronized void plainLine(String line) {
        plain.add(line);
    }

    @Override
    public synchronized void stateChanged(LinkState state) {
        states.add(state);
    }

    @Override
    public synchronized void caughtUp(Missed what) {
        missed.add(what);
    }

    @Override
    public synchronized void handedBack(List<String> lines, String reason) {
        handedBack.addAll(lines);
    }

    synchronized List<Received> events() {
        return List.copyOf(events);
    }

    synchronized List<String> plain() {
        return List.copyOf(plain);
    }

    synchronized List<LinkState> states() {
        return List.copyOf(states);
    }

    /** What was told each time that it came back. */
    synchronized List<Missed> missed() {
        return List.copyOf(missed);
    }

    synchronized List<String> handedBack() {
        return List.copyOf(handedBack);
    }

    /** How often the link has come into the room. */
    long timesOnline() {
        return states().stream().filter(LinkState.Online.class::isInstance).count();
    }

    /** Waits until the link has said this of itself. */
    void awaitState(Predicate<LinkState> wanted) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .failFast("the link has ended", () -> states().stream().anyMatch(LinkState.Ended.class::isInstance))
                .until(() -> states().stream().anyMatch(wanted));
    }

    void awaitOnline(int times) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> timesOnline() >= times);
    }
}
