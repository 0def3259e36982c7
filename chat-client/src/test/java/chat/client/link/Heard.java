package chat.client.link;

import chat.common.event.Event;
import chat.common.event.Received;
import java.util.ArrayList;
import java.util.List;

/** What a listener hears. */
final class Heard implements LinkListener {
    private final List<Event> events = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final List<LinkState> states = new ArrayList<>();
    private final List<String> handedBack = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    @Override
    public void received(Received received) {
        events.add(received.event());
    }

    @Override
    public void plainLine(String line) {
        plain.add(line);
    }

    @Override
    public void stateChanged(LinkState state) {
        states.add(state);
    }

    @Override
    public void handedBack(List<String> lines, String reason) {
        handedBack.addAll(lines);
        reasons.add(reason);
    }

    List<Event> events() {
        return events;
    }

    List<String> plain() {
        return plain;
    }

    List<LinkState> states() {
        return states;
    }

    LinkState state() {
        return states.get(states.size() - 1);
    }

    /** The reasons of all times that the link had to wait. */
    List<String> waitings() {
        return states.stream()
                .filter(LinkState.Waiting.class::isInstance)
                .map(state -> ((LinkState.Waiting) state).reason())
                .toList();
    }

    List<String> handedBack() {
        return handedBack;
    }

    List<String> reasons() {
        return reasons;
    }
}
