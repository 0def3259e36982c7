package chat.client.console;

import chat.client.console.OwnCommand.RefusedException;
import chat.client.link.Farewell;
import chat.client.link.Link;
import chat.client.link.LinkState;
import chat.client.link.LinkState.Unnamed;
import chat.client.link.Missed;
import chat.client.link.SecretWords;
import chat.common.Request;
import chat.common.UserName;
import chat.common.event.Event;
import chat.common.event.Failure;
import chat.common.event.PasswordPrompt;
import chat.common.event.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the console does, between the link and the surface. All calls on the console's thread. */
final class ConsoleSession {
    private static final Duration TWICE = Duration.ofSeconds(2);
    private static final Set<String> LEAVE = Set.of("quit", "exit");

    private final Clock clock;
    private final Surface surface;
    private final Executor thread;
    private final Connection connection;
    private final Surroundings surroundings;
    private final Roster roster;
    private final EventPainter events;
    private final PlainTextPainter plainText;
    private final Teller teller;
    private final Sender sender;
    private final Departure departure;
    private final OwnCommands own;
    private final PasswordPrompts passwords;
    private final Summary summary;
    private final String where;
    private volatile @Nullable Link link;
    private Instant leaveUntil = Instant.MIN;
    private String lastFailure = "";

    /**
     * Makes a session that has no link yet.
     *
     * @param thread runs tasks on the console's thread, in order
     */
    ConsoleSession(Clock clock, ConsoleSettings settings, Surface surface, Executor thread) {
        this.clock = clock;
        this.surface = surface;
        this.thread = thread;
        this.where = settings.where();
        connection = new Connection(clock, settings);
        surroundings = new Surroundings(thread, connection);
        roster = surroundings.roster();
        events = new EventPainter(clock);
        plainText = new PlainTextPainter(clock);
        Transcript transcript = new Transcript(clock.getZone());
        Bell bell = new Bell(clock, settings.bell());
        teller = new Teller(clock, surface, transcript, bell, connection::name);
        sender = new Sender(clock, teller, connection, thread, surface.echoes(), this::handedBack);
        departure = new Departure(clock, teller);
        own = new OwnCommands(bell, transcript, surface);
        passwords =
                new PasswordPrompts(surface, teller, thread, this::link, settings::isInTheClear, departure::isLeaving);
        summary = new Summary(where, connection, roster, teller, sender);
    }

    /** What Tab offers; any thread. */
    Completions completions() {
        return new Completions(surroundings.catalogue(), roster, own::table);
    }

    /** Begins to talk through a link, and starts it. */
    void begin(Link newLink) {
        link = newLink;
        newLink.ended().thenAccept(farewell -> thread.execute(() -> ended(farewell)));
        newLink.start();
    }

    /** The exit code, once it is over. */
    CompletableFuture<Integer> exitCode() {
        return departure.exitCode();
    }

    void received(Received received) {
        Event event = received.event();
        if (!received.replay()) {
            surroundings.heard(event);
        }
        if (event instanceof Failure failure) {
            lastFailure = failure.sentence();
        }
        if (event instanceof PasswordPrompt prompt) {
            passwords.asked(prompt);
        }
        events.paint(received, connection.name(), roster.room()).ifPresent(teller::tell);
    }

    void plainLine(String line) {
        Paragraph paragraph = plainText.paint(line, connection.name());
        if (paragraph.room().isEmpty()) {
            PlainTextPainter.speaker(paragraph).ifPresent(roster::add);
        }
        teller.tell(paragraph);
    }

    void stateChanged(LinkState state) {
        boolean wasOnline = connection.isOnline();
        connection.change(state).ifPresent(teller::tell);
        if (state instanceof Unnamed unnamed) {
            String refused = unnamed.refused();
            if (refused != null && !refused.equals(lastFailure)) {
                teller.failure(refused);
            }
            lastFailure = "";
        }
        if (connection.isOnline()) {
            if (!wasOnline && surface.echoes()) {
                String how = connection.status().isEmpty() ? "" : ", " + connection.status();
                teller.notice("Connected to " + where + how + ". " + connection.youAre());
            }
            if (!wasOnline) {
                surroundings.ask(link());
            }
        } else {
            surroundings.offline();
        }
        if (!connection.isConnected()) {
            passwords.connectionLost();
        }
    }

    /** What was said while there was no connection has been told. */
    void caughtUp(Missed missed) {
        connection.caughtUp(missed);
        surroundings.goTo(missed.current());
    }

    void handedBack(List<String> lines, String reason) {
        List<String> back = lines.stream().filter(Discretion::mayRemember).toList();
        List<String> shown = lines.stream().map(SecretWords::masked).toList();
        String hint = departure.isLeaving() || !surface.remembers() || back.isEmpty()
                ? ""
                : "\nPress Up to take " + (back.size() == 1 ? "it" : "them") + " back.";
        teller.failure("Not sent (" + reason + "):\n" + String.join("\n", shown) + hint);
        surface.remember(back);
        departure.leavesUnsent();
    }

    /** So many lines were not shown, as the terminal takes nothing. */
    void leftOut(int lines) {
        surroundings.missed();
        teller.notice(lines + (lines == 1 ? " line was" : " lines were")
                + " left out here: the terminal was too slow to show all.");
    }

    /** A line was typed. */
    void typed(String line) {
        if (passwords.takes(line) || line.isBlank() || departure.isLeaving()) {
            return;
        }
        if (OwnCommands.isOwn(line)) {
            runOwn(line);
        } else if (LEAVE.contains(Request.parse(line).verb())) {
            leave();
        } else {
            send(line);
        }
    }

    /**
     * Who was never named types a name first. Whoever has lost theirs may be in the middle of a sentence: that waits
     * until they have chosen another by a command, and renames nobody.
     */
    private void send(String line) {
        boolean bare = connection.needsName() && !line.stripLeading().startsWith("/");
        if (!bare) {
            sendCommand(line);
        } else if (!connection.asksForFirstName()) {
            sender.send(link(), line);
            teller.notice("This waits until you have a name. Please type /setname NAME.");
        } else {
            String problem = UserName.problemWith(line.strip());
            if (problem == null) {
                sender.send(link(), "/setname " + line.strip());
            } else {
                teller.failure(problem);
            }
        }
    }

    private void sendCommand(String line) {
        if (passwords.mayGo(line, connection.isConnected())) {
            passwords.sent(line, sender.send(link(), line));
        }
    }

    /** A password that was asked for, or may be, and is overwritten here; empty if the person gives up. */
    void password(char[] password) {
        passwords.answered(password);
    }

    /** Keys were pressed for a question that did not come. */
    void thrownAway() {
        passwords.thrownAway();
    }

    /** A line was typed that may be a password for which nobody asks any more. */
    void withheld() {
        passwords.withheld();
    }

    private void runOwn(String line) {
        try {
            String sentence = own.run(line);
            if (!sentence.isEmpty()) {
                teller.notice(sentence);
            }
        } catch (RefusedException e) {
            teller.failure(Objects.requireNonNull(e.getMessage()));
        }
    }

    /** Some key was pressed, but for Ctrl-C. */
    void keyPressed() {
        leaveUntil = Instant.MIN;
        teller.keyPressed();
    }

    /** Ctrl-C on an empty line. */
    void interrupted() {
        if (departure.isLeaving() || clock.instant().isBefore(leaveUntil)) {
            leave();
            return;
        }
        leaveUntil = clock.instant().plus(TWICE);
        if (surface.echoes()) {
            teller.notice("Press Ctrl-C again to leave");
        }
    }

    /** {@code /quit}, Ctrl-D, or a terminal that is gone. */
    void leave() {
        if (link == null) { // it could not be made
            abandon();
            return;
        }
        departure.begin(link(), connection.isConnected());
    }

    private void ended(Farewell farewell) {
        try {
            departure.ended(farewell);
        } finally {
            surface.stopReading();
        }
    }

    /** Something was not done, for a reason that nobody has thought of. */
    void failed(RuntimeException failure) {
        teller.failure("Something went wrong here that should not: " + failure);
    }

    /** Ends with a failure if it has not ended: nothing will be shown any more. */
    void abandon() {
        if (departure.abandon()) {
            surface.stopReading();
        }
    }

    /** Ends the link, if it has not ended. Any thread. */
    void closeLink() {
        Link made = link;
        if (made != null) {
            made.close();
        }
    }

    /** Shows what has changed. */
    void flush() {
        Link made = link;
        if (made != null) {
            departure.tick(made);
            surroundings.askForMissed(made);
        }
        surface.flush(summary.of(clock.instant().isBefore(leaveUntil), departure.isLeaving()));
    }

    private Link link() {
        return Objects.requireNonNull(link);
    }
}
