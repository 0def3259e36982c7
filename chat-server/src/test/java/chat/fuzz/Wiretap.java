package chat.fuzz;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.net.ChatCommandHandler;
import chat.server.session.Intake;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a connection's door makes of packets: the lines, telnet's answers, and the rest of what it tells. */
final class Wiretap implements AutoCloseable {
    /** Stands for a line that was refused for its length. */
    static final String TOO_LONG = "(too long)";

    /**
     * What came of some packets.
     *
     * @param lines what the server understood; {@link #TOO_LONG} for what it refused
     * @param answers what telnet was answered
     * @param interrupted whether Ctrl-C was pressed, which is told once for each packet
     */
    record Heard(List<String> lines, List<Byte> answers, boolean interrupted) {}

    /** In place of the one who would do what the lines say. */
    private final class Listener extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object line) {
            intake.taken();
            lines.add((String) line);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            if (!(cause instanceof TooLongFrameException)) {
                throw new AssertionError(cause);
            }
            intake.taken();
            lines.add(TOO_LONG);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            interrupted |= event.toString().equals("CTRL_C");
        }
    }

    private final Counted memory = new Counted();
    private final EmbeddedChat chat = new EmbeddedChat();
    private final Terminal terminal = chat.connect();
    private final Intake intake = terminal.session().intake();
    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private boolean interrupted;

    Wiretap() {
        terminal.send("hi\n".getBytes(StandardCharsets.US_ASCII)); // lines are what this connection speaks
        terminal.bytes(); // the greeting
        terminal.channel().config().setAllocator(memory.allocator());
        var pipeline = terminal.channel().pipeline();
        pipeline.addBefore(pipeline.context(ChatCommandHandler.class).name(), "listener", new Listener());
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
        return new Heard(List.copyOf(lines), answered, interrupted);
    }

    @Override
    public void close() {
        chat.close();
    }
}
