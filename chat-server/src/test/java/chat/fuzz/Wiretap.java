package chat.fuzz;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a connection's door makes of packets: the lines, telnet's answers, and the rest of what it tells. */
final class Wiretap implements AutoCloseable {
    /**
     * What came of some packets.
     *
     * @param lines what the server understood; {@link PlainLines#TOO_LONG} for what it refused
     * @param answers what telnet was answered
     * @param interrupted whether Ctrl-C was pressed, which is told once for each packet
     */
    record Heard(List<String> lines, List<Byte> answers, boolean interrupted) {}

    private final Counted memory = new Counted();
    private final EmbeddedChat chat = new EmbeddedChat();
    private final Terminal terminal = chat.connect();
    private final LineListener listener;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();

    Wiretap() {
        terminal.send("hi\n".getBytes(StandardCharsets.US_ASCII)); // lines are what this connection speaks
        terminal.bytes(); // the greeting
        terminal.channel().config().setAllocator(memory.allocator());
        listener = LineListener.at(terminal);
    }

    /** Sends a packet; an empty one is none. Fails if more of it is kept than a line that has begun may take. */
    void send(byte[] packet, long mostKept) {
        if (packet.length > 0) {
            ByteBuf bytes = memory.allocator().buffer(packet.length).writeBytes(packet);
            terminal.channel().writeInbound(bytes);
            answers.writeBytes(terminal.bytes());
            if (memory.used() > mostKept) {
                throw new AssertionError(memory.used() + " bytes are kept (expected: at most " + mostKept + ")");
            }
        }
    }

    /** The other side closes; what was heard. */
    Heard end() {
        terminal.channel().finish();
        answers.writeBytes(terminal.bytes());
        List<Byte> answered = new ArrayList<>();
        for (byte b : answers.toByteArray()) {
            answered.add(b);
        }
        if (memory.used() != 0) {
            throw new AssertionError(memory.used() + " bytes were not released");
        }
        return new Heard(listener.lines(), answered, listener.interrupted());
    }

    @Override
    public void close() {
        chat.close();
    }
}
