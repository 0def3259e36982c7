package chat.fuzz;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.net.ChatCommandHandler;
import chat.server.net.web.WebTerminal;
import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the door for browsers makes of packets: the lines, and what goes back. */
final class WebTap implements AutoCloseable {
    /**
     * What came of some packets.
     *
     * @param lines what the server understood
     * @param statuses of its answers in HTTP
     * @param answers its frames that are no lines
     */
    record Heard(List<String> lines, List<Integer> statuses, List<String> answers) {}

    private final Counted memory = new Counted();
    private final EmbeddedChat chat = new EmbeddedChat();
    private final Terminal terminal = WebTerminal.http(chat);
    private final WebTranscript transcript = new WebTranscript();
    private @Nullable LineListener listener;

    WebTap() {
        terminal.channel().config().setAllocator(memory.allocator());
    }

    /** Sends a packet, if the connection still stands; an empty one is none. Fails if more of it is kept than may be. */
    void send(byte[] packet, long mostKept) {
        if (packet.length == 0 || !terminal.channel().isOpen()) {
            return;
        }
        ByteBuf bytes = memory.allocator().buffer(packet.length).writeBytes(packet);
        terminal.channel().writeInbound(bytes);
        transcript.take(terminal.bytes());
        if (memory.used() > mostKept) {
            throw new AssertionError(memory.used() + " bytes are kept (expected: at most " + mostKept + ")");
        }
        if (listener == null && terminal.channel().pipeline().get(ChatCommandHandler.class) != null) {
            listener = LineListener.at(terminal); // what comes with the handshake is no line yet
        }
    }

    /** Whether the WebSocket has opened. */
    boolean isSocket() {
        return transcript.isSocket();
    }

    /** The other side closes; what was heard. */
    Heard end() {
        terminal.channel().finish();
        transcript.take(terminal.bytes());
        if (memory.used() != 0) {
            throw new AssertionError(memory.used() + " bytes were not released");
        }
        return new Heard(listener == null ? List.of() : listener.lines(), transcript.statuses(), transcript.answers());
    }

    @Override
    public void close() {
        chat.close();
    }
}
