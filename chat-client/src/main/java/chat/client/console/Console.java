package chat.client.console;

import chat.client.link.LinkListener;
import chat.client.link.LinkState;
import chat.common.event.Message;
import chat.common.event.Received;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/** The chat as a person at a terminal sees it. */
public final class Console {
    private final ConsoleLoop loop;
    private final ConsoleSession session;

    private Console(ConsoleSettings settings, Surface surface) {
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
            try (Terminal terminal = DrawableTerminal.open(settings.terminalType())) {
                return runOnTerminal(settings, links, terminal);
            } catch (IOException | IllegalStateException e) {
                // no terminal that could be drawn on: plain lines always work
            }
        }
        return runPlain(settings, links);
    }

    private static int runOnTerminal(ConsoleSettings settings, LinkFactory links, Terminal terminal) {
        InputLine input = new InputLine(terminal);
        HistoryFile file = new HistoryFile(settings.historyFile());
        input.remember(file.load());
        TerminalSurface surface =
                new TerminalSurface(terminal, input, ZoneId.systemDefault(), settings.theme(), settings.isColored());
        Console console = new Console(settings, surface);
        input.complete(new TabCompleter(console.session.completions()));
        Thread thread = new Thread(() -> console.loop.run(console::show), "console");
        thread.setDaemon(true);
        thread.start();
        surface.read(new TypedLines(console.session, console.loop, file, () -> console.begin(links)));
        return console.awaitEnd(thread);
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
        console.loop.run(console::show);
        return session.exitCode().join();
    }

    /** What the link needs takes a while to load: the prompt is drawn meanwhile. */
    private void begin(LinkFactory links) {
        loop.execute(() -> session.begin(links.open(new Posting(session, loop))));
    }

    private void show() {
        int leftOut = loop.takeLeftOut();
        if (leftOut > 0) {
            session.leftOut(leftOut);
        }
        session.flush();
    }

    private int awaitEnd(Thread thread) {
        loop.execute(() -> {
            if (!session.exitCode().isDone()) {
                session.leave();
            }
        });
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
        public void touched() {
            loop.execute(session::keyPressed);
        }
    }

    /** Brings what the link tells to the console's thread. */
    private record Posting(ConsoleSession session, ConsoleLoop loop) implements LinkListener {
        @Override
        public void received(Received received) {
            if (received.event() instanceof Message) {
                loop.executeUnlessFull(() -> session.received(received));
            } else {
                loop.execute(() -> session.received(received));
            }
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
        public void handedBack(List<String> lines, String reason) {
            loop.execute(() -> session.handedBack(lines, reason));
        }
    }
}
