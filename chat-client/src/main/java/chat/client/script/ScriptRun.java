package chat.client.script;

import chat.client.console.LinkFactory;
import chat.client.link.Farewell;
import chat.client.link.Link;
import chat.client.link.LinkListener;
import chat.client.link.LinkState;
import chat.client.link.RefusedLineException;
import chat.client.link.SecretWords;
import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.Received;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a script: sends its lines, writes what comes, leaves when all is confirmed, and tells how it went. What the
 * link tells comes on the link's thread, lines come from a thread of their own, and whoever called waits.
 */
public final class ScriptRun implements LinkListener {
    private final Script script;
    private final Output out;
    private final Complaints complaints;
    private final Ledger ledger;
    private final Contact contact;
    private final Link link;
    private final Feeder feeder;
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();

    private volatile boolean speaksPlainText;
    private volatile boolean inputEnded;
    private volatile boolean leaving;
    private volatile @Nullable String goodbyeTag;
    private volatile @Nullable String whyNot;

    private ScriptRun(
            Script script, LineSource lines, Output out, PrintStream err, LinkFactory links, LongSupplier nanos) {
        this.script = script;
        this.out = out;
        this.complaints = new Complaints(err, done::isDone);
        this.ledger = new Ledger(script.timeout(), nanos);
        this.contact = new Contact(script.server(), complaints::tell);
        this.link = links.open(this);
        this.feeder = new Feeder(
                lines, script.form(), out.takesPlainText(), complaints, done::isDone, this::send, this::quits);
    }

    /**
     * Runs a script.
     *
     * @param script what to do
     * @param lines what to send
     * @param out takes what the server tells
     * @param err takes what went wrong, a sentence on each line
     * @param links makes the link
     * @return whether everything was done
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static boolean run(Script script, LineSource lines, Output out, PrintStream err, LinkFactory links)
            throws InterruptedException {
        return new ScriptRun(script, lines, out, err, links, System::nanoTime).run();
    }

    private boolean run() throws InterruptedException {
        link.ended().thenAccept(this::ended);
        link.start();
        Thread input = new Thread(this::feed, "input");
        input.setDaemon(true);
        input.start();
        try {
            return await();
        } finally {
            link.close();
            complaints.flush();
        }
    }

    private boolean await() throws InterruptedException {
        while (true) {
            try {
                if (script.follow()) { // whatever it takes
                    return done.get();
                }
                return done.get(Math.max(1, ledger.patience()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (ledger.patience() <= 0) {
                    giveUp();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void giveUp() {
        String within = "within " + script.timeout().toSeconds() + " s";
        List<Outgoing> open = ledger.open();
        if (!contact.everMade()) {
            complaints.tell("Cannot connect to " + script.server() + ": it took longer than "
                    + script.timeout().toSeconds() + " s.");
        } else if (script.alone() && !open.isEmpty()) {
            complaints.tell("The server at " + script.server() + " has not confirmed it " + within + ".");
        } else { // nothing to tell if only the goodbye does not come
            open.forEach(line -> complaints.tell("Not confirmed " + within + ": " + shown(line)));
        }
        done.complete(contact.everMade() && open.isEmpty() && !complaints.any());
    }

    private void feed() {
        try {
            switch (feeder.feed()) {
                case INPUT_ENDED -> {
                    inputEnded = true;
                    leaveIfDone();
                }
                case STOPPED -> leave();
                case QUIT -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What stands behind it is not read. */
    private void quits(Outgoing line) {
        goodbyeTag = line.tag();
        leaving = true;
    }

    private CompletableFuture<Received> send(Outgoing line) throws InterruptedException {
        ledger.begin(line);
        return link.send(line.command()).whenComplete((answer, problem) -> {
            if (answer != null) {
                answered(line, answer);
            } else {
                notTaken(line, problem);
            }
            ledger.end(line);
            leaveIfDone();
        });
    }

    private void answered(Outgoing line, Received answer) {
        boolean refused = Answers.isRefusal(answer);
        if (refused) {
            complaints.failed();
        }
        if (answer.event() instanceof Goodbye) {
            return; // written already
        }
        if (refused && out.takesPlainText()) {
            complaints.fail((script.alone() ? "" : shown(line) + ": ") + Answers.text(answer));
        } else {
            write(answer, line.tag());
        }
    }

    private void notTaken(Outgoing line, Throwable problem) {
        complaints.failed();
        String reason = String.valueOf(problem.getMessage());
        boolean refused = problem instanceof RefusedLineException;
        if (refused && !out.takesPlainText()) { // a program waits for one answer to each line
            Failure failure = new Failure(Failure.Code.BAD_ARGUMENTS, "That was not sent: " + reason + ".");
            write(new Received(failure, null, null, null), line.tag());
        } else if (script.alone() || !(refused || contact.everMade())) { // said once, at the end
            whyNot = reason;
        } else {
            complaints.tell("Not taken: " + shown(line) + " (" + reason + ")");
        }
    }

    /** A password goes to no log. */
    private static String shown(Outgoing line) {
        String tag = line.tag() == null ? "" : "@" + line.tag() + " ";
        return SecretWords.areIn(line.command()) ? tag + SecretWords.masked(line.command()) : line.read();
    }

    /** Leaves when nothing is left to do. */
    private synchronized void leaveIfDone() {
        // a server that speaks plain text confirms the last lines by its goodbye
        boolean confirmed = ledger.open().isEmpty() || speaksPlainText;
        if (contact.everMade() && inputEnded && confirmed && !script.follow() && !leaving) {
            leave();
        }
    }

    private void leave() {
        leaving = true;
        ledger.await(true);
        link.leave();
    }

    private void ended(Farewell farewell) {
        boolean wanted =
                farewell.how() == Farewell.How.LEFT || (leaving && ledger.open().isEmpty());
        String why = whyNot;
        if (!wanted && !farewell.sentence().isEmpty()) {
            complaints.tell(farewell.sentence());
        } else if (why != null) {
            complaints.tell("Not taken: " + why + ".");
        }
        done.complete(wanted && !complaints.any());
    }

    @Override
    public void received(Received received) {
        if (received.event() instanceof Goodbye) {
            write(received, goodbyeTag);
        } else if (received.tag() == null) { // else it answers a line, which knows what to do with it
            write(received, null);
        }
    }

    @Override
    public void plainLine(String line) {
        if (!out.takesPlainText()) {
            end("The server at " + script.server() + " speaks plain text only, no JSON.");
            return;
        }
        if (Answers.isNotFound(line)) {
            complaints.fail(line);
        } else {
            out.plain(line);
            stopIfNobodyReads();
        }
        if (!speaksPlainText) {
            speaksPlainText = true;
            leaveIfDone();
        }
    }

    @Override
    public void stateChanged(LinkState state) {
        if (state instanceof LinkState.Unnamed unnamed) {
            String refused = unnamed.refused();
            if (refused != null && script.name() != null) {
                end(refused);
                return;
            }
            connected();
        } else if (state instanceof LinkState.Online online) {
            speaksPlainText = online.dialect() == LinkState.Dialect.TEXT;
            connected();
        } else if (state instanceof LinkState.Waiting waiting) {
            contact.lost(waiting.reason());
        }
    }

    private void connected() {
        boolean first = !contact.everMade();
        contact.made();
        if (first) {
            ledger.await(false);
        }
        leaveIfDone();
    }

    @Override
    public void handedBack(List<String> handedBack, String reason) {
        // each line's own future tells
    }

    private void write(Received received, @Nullable String tag) {
        out.event(received, tag);
        stopIfNobodyReads();
    }

    private void stopIfNobodyReads() {
        if (out.isBroken()) {
            done.complete(false);
        }
    }

    private void end(String sentence) {
        if (!done.isDone()) {
            complaints.tell(sentence);
            done.complete(false);
        }
    }
}
