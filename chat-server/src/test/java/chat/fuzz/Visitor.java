package chat.fuzz;

import chat.common.event.Event;
import chat.common.event.Goodbye;
import chat.common.event.HistoryKept;
import chat.common.event.Invitation;
import chat.common.event.Keeping;
import chat.common.event.Owner;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.Replayed;
import chat.common.event.RoomEvent;
import chat.common.event.Skipped;
import chat.common.event.Tip;
import chat.server.Terminal;
import chat.server.session.Stage;
import chat.testing.Harmless;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One connection in a fuzzer's hands. */
final class Visitor {
    /** What may wait for who does not read: the small watermark of {@link Terminal}, and one answer or round more. */
    private static final long MOST_WAITING = 64 * 1024;

    private static final int LONGEST_QUESTION = 3000;

    private final Terminal terminal;
    private final Transcript transcript = new Transcript();
    private final boolean answered;
    private boolean reading = true;
    private boolean plain = true;
    private boolean atLineStart = true;

    /**
     * Somebody who has connected.
     *
     * @param answered whether each line has to be answered at once; else it may wait
     */
    Visitor(Terminal terminal, Counted memory, boolean answered) {
        this.terminal = terminal;
        this.answered = answered;
        terminal.channel().config().setAllocator(memory.allocator());
    }

    /** Sends a packet, if the server reads: what it does not read stays in the sender's machine. */
    void send(byte[] packet) {
        if (packet.length > 0 && isHeard()) {
            terminal.send(packet);
            for (byte b : packet) {
                plain &= (b & 0xff) != 0xff;
            }
            atLineStart = packet[packet.length - 1] == '\n';
        }
    }

    private boolean isHeard() {
        return terminal.channel().isActive() && terminal.channel().config().isAutoRead();
    }

    /** Sends a line, and checks that a program is answered once. */
    void ask(String front, byte[] words) {
        byte[] line = line(front, words);
        boolean checked = answered
                && isHeard()
                && reading
                && plain
                && atLineStart
                && terminal.session().stage() != Stage.ENDED
                && terminal.session().isProgram();
        read();
        send(line);
        List<String> lines = read();
        if (checked && terminal.session().isProgram()) {
            checkAnswers(line, lines, front.isEmpty() ? null : front.substring(1, front.indexOf(' ')));
        }
    }

    private static byte[] line(String front, byte[] words) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        front.chars().forEach(line::write);
        for (int i = 0; i < Math.min(words.length, LONGEST_QUESTION); i++) {
            boolean harmless = words[i] != '\n' && words[i] != '\r' && words[i] != 0 && (words[i] & 0xff) != 0xff;
            line.write(harmless ? words[i] : ' ');
        }
        line.write('\n');
        return line.toByteArray();
    }

    private void checkAnswers(byte[] line, List<String> lines, String tag) {
        long answers = lines.stream()
                .map(Transcript::event)
                .filter(received -> tag == null ? isAnswer(received) : tag.equals(received.tag()))
                .count();
        boolean visible = false;
        boolean blank = true;
        for (byte b : line) {
            visible |= b > ' ' && b < 0x7f;
            blank &= b == ' ' || b == '\t' || b == '\n';
        }
        // between them are lines of which it depends on what is cleaned away
        if (answers > 1 || (visible && answers < 1) || (blank && answers > 0)) {
            String asked = Harmless.escaped(new String(line, StandardCharsets.UTF_8));
            throw new AssertionError(answers + " answers to " + asked + ": " + lines);
        }
    }

    private static boolean isAnswer(Received received) {
        Event event = received.event();
        boolean unasked = received.replay()
                || event instanceof RoomEvent
                || event instanceof PrivateMessage
                || event instanceof Invitation
                || event instanceof Owner
                || event instanceof Replayed
                || event instanceof HistoryKept
                || event instanceof Keeping
                || event instanceof Skipped
                || event instanceof Tip
                || (event instanceof Goodbye goodbye && goodbye.reason() != Goodbye.Reason.QUIT);
        return !unasked;
    }

    /** Takes what has come. */
    List<String> read() {
        return transcript.take(terminal.bytes());
    }

    void stopReading() {
        terminal.stopReading();
        reading = false;
    }

    void startReading() {
        terminal.startReading();
        reading = true;
    }

    void checkMemory() {
        if (terminal.waitingBytes() > MOST_WAITING) {
            throw new AssertionError(terminal.waitingBytes() + " bytes wait for one connection");
        }
    }

    /** Nothing is left to come, and no line was cut. */
    void checkEnd() {
        startReading();
        read();
        transcript.checkEnded();
    }

    void hangUp() {
        terminal.hangUp();
        terminal.bytes();
    }
}
