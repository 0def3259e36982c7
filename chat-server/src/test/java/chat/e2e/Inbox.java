package chat.e2e;

import chat.common.PrintableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * What a connection has brought and nobody has looked at yet: lines in their order, and apart from them what notices
 * told, since a notice may come at any time. Answers to the runner's own round trips are only counted.
 */
final class Inbox {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue<String> lines = new ArrayDeque<>();
    private final List<String> facts = new ArrayList<>();
    private final String lineEnd;
    private boolean spoken;
    private boolean goodbye;
    private boolean ended;
    private int echoes;
    private String fault = "";

    /** Expects CR LF until {@link #spoken}, then this line end. */
    Inbox(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    /** Reads until the stream ends. */
    void fill(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    take(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                }
            }
        } catch (IOException e) {
            // closed by us, or reset: an end like any other
        }
        end(line.toString(StandardCharsets.UTF_8));
    }

    private synchronized void take(String bytes) {
        String end = spoken ? lineEnd : "\r\n";
        String line = bytes.replaceFirst("\r?\n$", "");
        if (!bytes.equals(line + end) || !PrintableText.clean(line).equals(line)) {
            fault = "a line with a wrong end or with unprintable bytes: " + visible(bytes);
        }
        if (line.contains(Person.NOBODYS_NAME)) {
            echoes++;
        } else if (line.startsWith("* ")) {
            facts.addAll(Notice.facts(line));
        } else {
            lines.add(line);
            goodbye |= line.equals("You have left the chat") || line.equals("Server has been closed by host");
        }
        notifyAll();
    }

    private synchronized void end(String rest) {
        if (!rest.isEmpty()) {
            fault = "the beginning of a line: " + visible(rest);
        }
        ended = true;
        notifyAll();
    }

    private static String visible(String bytes) {
        return bytes.replace("\r", "\\r").replace("\n", "\\n").replace("\u001b", "\\e");
    }

    /** The person has typed something: from now on lines end like theirs. */
    synchronized void spoken() {
        spoken = true;
    }

    /** The next line, or null if none comes. */
    synchronized String next() {
        await(() -> !lines.isEmpty() || ended);
        return lines.poll();
    }

    /** Whether a notice tells this, or has told; it counts once. */
    synchronized boolean tells(String fact) {
        await(() -> facts.contains(fact) || ended);
        return facts.remove(fact);
    }

    synchronized boolean greeted() {
        return await(() -> lines.stream().anyMatch(line -> line.startsWith("Please choose a name")));
    }

    synchronized int echoes() {
        return echoes;
    }

    synchronized boolean answered(int before) {
        return await(() -> echoes > before || over());
    }

    /** Whether nothing more is answered here. */
    synchronized boolean over() {
        return goodbye || ended;
    }

    synchronized boolean ends() {
        return await(() -> ended);
    }

    synchronized List<String> unread() {
        return List.copyOf(lines);
    }

    synchronized List<String> untold() {
        return List.copyOf(facts);
    }

    /** What no server may send, or nothing. */
    synchronized String fault() {
        return fault;
    }

    private synchronized boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                wait(millis);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
