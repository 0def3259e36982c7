package chat.client.link;

import chat.client.link.LinkState.Dialect;
import chat.client.net.Wire;
import chat.common.UserName;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.LoggedIn;
import chat.common.event.NameAccepted;
import chat.common.event.NamePrompt;
import chat.common.event.PasswordPrompt;
import chat.common.event.Received;
import chat.common.event.ReplayChanged;
import chat.common.event.Resumed;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a server in events. Each line of ours is answered by one event, which bears its tag: a number for people's
 * lines, {@code r...} for those of them that may be repeated, {@code p...} for probes, {@code n...} for names,
 * {@code q...} for questions. What was written before it was known that the server understands tags is answered
 * without one, in order: {@code /resume}, {@code /setname}.
 */
final class JsonTalk implements Talk {
    /** The answer without a tag that comes next. */
    private enum Awaited {
        RESUMED,
        REPLAY,
        NAME,
        NONE
    }

    private final Conversation conversation;
    private final Wire wire;
    private final Outbox outbox;
    private final Luggage luggage;
    private final boolean quiet;
    private final @Nullable Homecoming homecoming;
    private final Questions questions = new Questions();
    private @Nullable UserName name;
    private Awaited awaited = Awaited.RESUMED;
    private boolean ready;
    private String nameTag = "";
    private long mark;
    private long tags;
    private final Unread unread;

    /**
     * Makes it.
     *
     * @param quiet whether {@code /replay off} was written
     * @param again whether there was a connection before
     */
    JsonTalk(Conversation conversation, Wire wire, Luggage luggage, boolean quiet, boolean again) {
        this.conversation = conversation;
        this.wire = wire;
        this.luggage = luggage;
        this.outbox = luggage.outbox();
        this.name = luggage.identity().name(); // which /setname was written with already, unless it is logged in to
        this.unread = new Unread(conversation, outbox);
        this.quiet = quiet;
        this.homecoming = again ? new Homecoming(conversation, wire, luggage) : null;
    }

    @Override
    public Dialect dialect() {
        return Dialect.JSON;
    }

    @Override
    public void begin() {
        // everything follows from the answers
    }

    @Override
    public void line(String line) {
        Received received;
        try {
            received = JsonLines.parse(line);
        } catch (MalformedLineException e) {
            unreadable(); // something that a newer server tells, perhaps in answer to a line
            return;
        }
        String tag = received.tag();
        if (homecoming != null && homecoming.take(received)) {
            return;
        }
        if (tag == null) {
            untagged(received);
        } else {
            tagged(tag, received);
        }
    }

    @Override
    public void unreadable() {
        unread.add();
    }

    private void untagged(Received received) {
        if (received.event() instanceof Goodbye) {
            conversation.happened(received);
        } else if (awaited == Awaited.RESUMED && received.event() instanceof Resumed resumed) {
            resumed(resumed.last());
            awaitNext();
        } else if (awaited == Awaited.RESUMED && isRefusal(received)) {
            neverResumed();
            awaitNext();
        } else if (awaited == Awaited.REPLAY && (received.event() instanceof ReplayChanged || isRefusal(received))) {
            nameNext();
        } else if (awaited == Awaited.NAME && isAboutName(received)) {
            awaited = Awaited.NONE;
            nameAnswered(received);
        } else {
            conversation.happened(received);
        }
    }

    private static boolean isRefusal(Received received) {
        return received.event() instanceof Failure || received.event() instanceof NamePrompt;
    }

    private static boolean isAboutName(Received received) {
        return received.event() instanceof Failure || received.event() instanceof NameAccepted;
    }

    private void resumed(long last) {
        boolean taken = !outbox.isForgotten(last);
        List<Line> lines = outbox.resumed(last);
        luggage.doubts().add(lines, taken);
        if (homecoming == null) {
            luggage.doubts().settle(luggage.receipts());
        } else if (taken) {
            lines.forEach(luggage.whereabouts()::repeated);
        }
        ready = last > 0;
        if (!ready) {
            mark = outbox.mark(); // nobody's line goes before this is confirmed: see Outbox
            wire.write("@" + mark + " /ping");
            wire.flush();
        }
    }

    /** A server of another make: it knows events, but not what it has taken before. */
    private void neverResumed() {
        luggage.receipts().handBack(outbox.removeUncertain(), Receipts.LOST);
        outbox.resumed(0);
        ready = true;
    }

    private void awaitNext() {
        if (quiet) {
            awaited = Awaited.REPLAY;
        } else {
            nameNext();
        }
    }

    private void nameNext() {
        if (name != null && luggage.login().isKnown()) {
            awaited = Awaited.NONE;
            takeName(name);
            wire.flush();
        } else if (name == null) {
            awaited = Awaited.NONE;
            conversation.unnamed(null);
        } else {
            awaited = Awaited.NAME;
        }
        conversation.pump();
    }

    private void nameAnswered(Received received) {
        conversation.alive();
        luggage.whereabouts().learn(received);
        if (Login.nameIn(received.event()) != null) {
            luggage.login().isIn();
        }
        if (received.event() instanceof NameAccepted accepted) {
            conversation.named(accepted.name());
        } else if (received.event() instanceof LoggedIn in) {
            conversation.named(in.name());
        } else if (received.event() instanceof PasswordPrompt && luggage.login().isKnown()) {
            nameTag = "n" + ++tags;
            wire.write("@" + nameTag + " " + luggage.login().secret());
            wire.flush();
        } else if (received.event() instanceof Failure failure) {
            nameRefused(failure);
        }
    }

    private void nameRefused(Failure failure) {
        Login login = luggage.login();
        if (name != null && login.tryOther(name, failure)) {
            takeName(name);
            wire.flush();
            return;
        }
        boolean passing = login.isKnown() ? login.isPassing(failure) : failure.code() == Failure.Code.NAME_TAKEN;
        if (passing && name != null) {
            conversation.nameTaken(name, failure.sentence());
        } else {
            conversation.unnamed(login.isKnown() ? login.refused(failure) : failure.sentence());
        }
    }

    private void tagged(String tag, Received received) {
        Line line = outbox.answered(tag);
        if (line != null) {
            if (!(received.event() instanceof NamePrompt)) { // else it was sent away, and not taken
                outbox.confirmed(line.number());
            }
            conversation.answered(line, received);
        } else if (tag.equals(Long.toString(mark))) {
            outbox.confirmed(mark);
            ready = true;
            conversation.alive();
            conversation.pump();
        } else if (unread.isProbe(tag)) {
            unread.probed();
        } else if (tag.equals(nameTag)) {
            nameTag = "";
            nameAnswered(received);
        } else {
            CompletableFuture<Received> question = questions.remove(tag);
            if (question != null) {
                conversation.alive();
                question.complete(received);
            }
        }
    }

    @Override
    public boolean comesHome(@Nullable UserName taken) {
        if (homecoming == null || homecoming.isHome()) {
            return false;
        }
        if (!homecoming.isBegun()) {
            homecoming.begin(() -> conversation.named(taken));
        }
        return true;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public String written(Line line) {
        return "@" + line.tag() + " " + line.command();
    }

    @Override
    public void hasWritten() {
        // each line has an answer of its own
    }

    @Override
    public void takeName(UserName wanted) {
        name = wanted;
        nameTag = "n" + ++tags;
        wire.write("@" + nameTag + " " + luggage.login().request(wanted));
    }

    @Override
    public boolean isLoggingIn() {
        return !nameTag.isEmpty() && luggage.login().isKnown();
    }

    @Override
    public boolean canProbe() {
        return true;
    }

    @Override
    public void probe() {
        String tag = "p" + ++tags;
        unread.probes(tag);
        wire.write("@" + tag + " /ping");
    }

    @Override
    public void ask(String command, CompletableFuture<Received> answer) {
        if (!questions.isFull(answer)) {
            String tag = "q" + ++tags;
            questions.add(tag, answer);
            wire.write("@" + tag + " " + command);
        }
    }

    @Override
    public void ended() {
        questions.lost();
    }
}
