package chat.client.link;

import chat.client.net.Network;
import chat.client.net.Wire;

/** Watches that the other side of one connection is there, from the moment it is known how that speaks. On the link's thread. */
final class Heartbeat {
    private final Network network;
    private final Outbox outbox;
    private final Wire wire;
    private final Talk talk;
    private final Conversation conversation;
    private final Probe probe;

    Heartbeat(Network network, Outbox outbox, Wire wire, Talk talk, Conversation conversation) {
        this.network = network;
        this.outbox = outbox;
        this.wire = wire;
        this.talk = talk;
        this.conversation = conversation;
        this.probe = new Probe(network.nanos(), network.wallMillis());
        next();
    }

    private void next() {
        conversation.after(Probe.TICK, this::look);
    }

    private void look() {
        next();
        if (!talk.canProbe()) {
            return;
        }
        boolean patient = talk.isLoggingIn() || outbox.awaitsPassword();
        switch (probe.look(network.nanos(), network.wallMillis(), outbox.oldestWrittenAt(), patient)) {
            case ASK -> {
                talk.probe();
                wire.flush();
            }
            case DEAD -> conversation.end(Ending.How.LOST, "the server does not answer");
            case WAIT -> {}
        }
    }

    /** Something has come. */
    void heard() {
        probe.heard(network.nanos());
    }

    /** Something has come that answers us. */
    void answered() {
        probe.answered(network.nanos());
    }
}
