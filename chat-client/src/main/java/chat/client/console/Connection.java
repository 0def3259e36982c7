package chat.client.console;

import chat.client.link.LinkState;
import chat.client.link.LinkState.Connecting;
import chat.client.link.LinkState.Dialect;
import chat.client.link.LinkState.Ended;
import chat.client.link.LinkState.Online;
import chat.client.link.LinkState.Unnamed;
import chat.client.link.LinkState.Waiting;
import chat.client.link.Missed;
import chat.common.RoomName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the link stands, in words. What happens to it is told once, not for each try. One thread. */
final class Connection {
    private final Clock clock;
    private final ConsoleSettings settings;
    private LinkState state = new Connecting(1);
    private String name = "";
    private boolean everOnline;
    private @Nullable Instant lostSince;
    private @Nullable Missed missed;
    private Instant nextTry;

    Connection(Clock clock, ConsoleSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.nextTry = clock.instant();
    }

    /** Takes the new state, and returns what to tell about it, if anything. */
    Optional<Paragraph> change(LinkState newState) {
        state = newState;
        if (newState instanceof Waiting waiting) {
            return lost(waiting);
        }
        if (newState instanceof Online online) {
            return online(online);
        }
        return Optional.empty();
    }

    private Optional<Paragraph> lost(Waiting waiting) {
        nextTry = clock.instant().plus(waiting.delay());
        if (lostSince != null) {
            return Optional.empty();
        }
        lostSince = clock.instant();
        String what = everOnline ? "Connection lost: " : "Cannot connect to " + settings.where() + ": ";
        return Optional.of(Paragraph.failure(
                clock.instant(), what + waiting.reason() + ". Trying again; what you type is kept and sent then."));
    }

    private Optional<Paragraph> online(Online online) {
        name = online.name() == null ? "" : online.name().toString();
        Instant lost = lostSince;
        boolean first = !everOnline;
        lostSince = null;
        everOnline = true;
        if (lost == null || first) {
            return Optional.empty();
        }
        String gap = gap(lost, missed);
        missed = null;
        return Optional.of(Paragraph.notice(clock.instant(), gap));
    }

    private String gap(Instant lost, @Nullable Missed told) {
        String time = "Connected again after " + Spans.words(Duration.between(lost, clock.instant())) + "; ";
        if (told == null) {
            return time + "what was said in between may be missing here.";
        }
        String lines = switch (told.lines()) {
            case 0 ->
                told.gone().isEmpty() ? "you have missed nothing." : "you have missed nothing that is still kept.";
            case 1 -> "the line above was said meanwhile.";
            default -> "the " + told.lines() + " lines above were said meanwhile.";
        };
        return time + lines + hole(told.gone());
    }

    private static String hole(List<RoomName> gone) {
        List<String> names = gone.stream().map(RoomName::toString).toList();
        int last = names.size() - 1;
        String rooms = last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        return gone.isEmpty() ? "" : " Some of what was said meanwhile in " + rooms + " is not kept any more.";
    }

    /** What was said while there was no connection has been told. */
    void caughtUp(Missed what) {
        missed = what;
    }

    /** What this person is called, or was when there was a connection; empty for nothing yet. */
    String name() {
        return name;
    }

    /** A sentence; empty without a name. */
    String youAre() {
        return name.isEmpty() ? "" : "You are " + name + ".";
    }

    boolean isOnline() {
        return state instanceof Online;
    }

    /** Whether there is a connection, with a name or without. */
    boolean isConnected() {
        return state instanceof Online || state instanceof Unnamed;
    }

    /** Whether a name is asked for that was never given: what is typed next is the name. */
    boolean asksForFirstName() {
        return needsName() && !everOnline;
    }

    /** Whether there is a connection, but no name. */
    boolean needsName() {
        return state instanceof Unnamed;
    }

    boolean isPlainText() {
        return state instanceof Online online && online.dialect() == Dialect.TEXT;
    }

    /** For the status row: how well protected, or what is done about there being no connection. */
    String status() {
        if (state instanceof Waiting waiting) {
            String what = everOnline ? "connection lost (" : "cannot connect (";
            Duration left = Duration.between(clock.instant(), nextTry);
            return what + waiting.reason() + ") - trying again in " + Spans.words(left);
        }
        if (state instanceof Connecting) {
            return lostSince == null ? "connecting" : "trying again now";
        }
        return state instanceof Ended ? "no connection" : settings.security().get();
    }
}
