package chat.client.console;

import chat.client.link.LinkListener;
import chat.client.link.LinkState;
import chat.client.link.Missed;
import chat.common.event.Received;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.utils.ShutdownHooks;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** The chat as a person at a terminal sees it. */
public final class Console {
    private final ConsoleLoop loop;
    private final ConsoleSession session;

    Console(ConsoleSettings settings, Surface surface) {
        loop = new ConsoleLoop();
        session = new ConsoleSession(Clock.system(ZoneId.systemDefault()), settings, surface, loop);
        session.exitCode().thenRun(loop::stop);
    }

    /**
     * Talks until the person leaves or the link ends.
     *
     * @param settings how it looks
     * @param links makes the link; the console starts and ends it
     * @return the exit code: 0 if the person left and all was sent, else 1
     */
    public static int run(ConsoleSettings settings, LinkFactory links) {
        if (!settings.isPlain()) {
            AtomicReference<@Nullable InputLine> rows = new AtomicReference<>();
            ShutdownHooks.add(() -> vanish(rows.get())); // first of all: the terminal closes itself in the next one
            Terminal terminal;
            try {
                terminal = DrawableTerminal.open(settings.terminalType());
            } catch (IOException | IllegalStateException e) {
                return runPlain(settings, links); // none that could be drawn on: plain lines always work
            }
            try {
                return runOnTerminal(settings, links, terminal, rows);
            } finally {
                close(terminal);
            }
        }
        return runPlain(settings, links);
    }

    private static void close(Terminal terminal) {
        try {
            terminal.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    private static void vanish(@Nullable InputLine input) {
        if (input != null) {
            input.vanish();
        }
    }

    private static int runOnTerminal(
            ConsoleSettings settings, LinkFactory links, Terminal terminal, AtomicReference<@Nullable InputLine> rows) {
        InputLine input = new InputLine(terminal);
        HistoryFile file = new HistoryFile(settings.historyFile());
        input.remember(file.load());
        TerminalSurface surface =
                new TerminalSurface(terminal, input, ZoneId.systemDefault(), settings.theme(), settings.isColored());
        Console console = new Console(settings, surface);
        input.complete(new TabCompleter(console.session.completions()));
        Thread thread = new Thread(console::talk, "console");
        thread.setDaemon(true);
        rows.set(input);
        console.show(); // the first prompt does not wait for that thread
        thread.start();
        try {
            surface.read(new TypedLines(console.session, console.loop, file, () -> console.begin(links)));
            return console.awaitEnd(thread);
        } finally {
            console.session.closeLink();
        }
    }

    private static int runPlain(ConsoleSettings settings, LinkFactory links) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        Console console = new Console(settings, new PlainSurface(out));
        ConsoleSession session = console.session;
        Thread reading = new Thread(
                () -> {
                    PlainSurface.read(
                            System.in,
                            line -> console.loop.execute(() -> {
                                session.keyPressed();
                                session.typed(line);
                            }));
                    console.loop.execute(session::leave);
                },
                "console");
        reading.setDaemon(true);
        Signals.register("INT", () -> console.loop.execute(session::interrupted));
        console.begin(links);
        reading.start();
        try {
            console.talk();
            return session.exitCode().join();
        } finally {
            session.closeLink();
        }
    }

    /** Runs the console's thread. Behind it there is an exit code, whatever has happened. */
    void talk() {
        try {
            loop.run(this::show, session::failed);
        } catch (RuntimeException e) {
            System.err.print("The chat can show nothing any more: " + e + ".\r\n");
        } finally {
            session.abandon();
        }
    }

    /** What the link needs takes a while to load: the prompt is drawn meanwhile. */
    void begin(LinkFactory links) {
        loop.execute(() -> session.begin(links.open(new Posting(session, loop))));
    }

    private void show() {
        int leftOut = loop.takeLeftOut();
        if (leftOut > 0) {
            session.leftOut(leftOut);
        }
        session.flush();
    }

    /** Leaves, unless it is over. */
    void leave() {
        loop.execute(() -> {
            if (!session.exitCode().isDone()) {
                session.leave();
            }
        });
    }

    CompletableFuture<Integer> exitCode() {
        return session.exitCode();
    }

    private int awaitEnd(Thread thread) {
        leave();
        int exitCode = session.exitCode().join();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exitCode;
    }

    /** Brings what is typed to the console's thread. */
    private record TypedLines(ConsoleSession session, ConsoleLoop loop, HistoryFile file, Runnable begin)
            implements InputLine.Keys {
        @Override
        public void begun() {
            begin.run();
        }

        @Override
        public void entered(String line) {
            loop.execute(() -> {
                if (Discretion.mayWrite(line)) {
                    file.append(line);
                }
                session.typed(line);
            });
        }

        @Override
        public void interrupted() {
            loop.execute(session::interrupted);
        }

        @Override
        public void password(char[] password) {
            loop.execute(() -> session.password(password));
        }

        @Override
        public void thrownAway() {
            loop.execute(session::thrownAway);
        }

        @Override
        public void withheld() {
            loop.execute(session::withheld);
        }

        @Override
        public void touched() {
            loop.execute(session::keyPressed);
        }
    }

    /** Brings what the link tells to the console's thread. */
    private record Posting(ConsoleSession session, ConsoleLoop loop) implements LinkListener {
        @Override
        public void received(Received received) {
            loop.executeUnlessFull(() -> session.received(received));
        }

        @Override
        public void plainLine(String line) {
            loop.executeUnlessFull(() -> session.plainLine(line));
        }

        @Override
        public void stateChanged(LinkState state) {
            loop.execute(() -> session.stateChanged(state));
        }

        @Override
        public void caughtUp(Missed missed) {
            loop.execute(() -> session.caughtUp(missed));
        }

        @Override
        public void handedBack(List<String> lines, String reason) {
            loop.execute(() -> session.handedBack(lines, reason));
        }
    }
}
