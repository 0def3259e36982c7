package chat.server;

import chat.common.event.Event;
import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.server.net.ChatCommandHandler;
import chat.server.net.ChatPipeline;
import chat.server.session.Session;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one person types and reads: bytes in, lines out. */
public final class Terminal {
    /** Holds back what is sent, like the full socket of somebody who does not read. */
    private static final class Socket extends ChannelOutboundHandlerAdapter {
        private boolean full;
        private int flushes;

        @Override
        public void flush(ChannelHandlerContext ctx) {
            flushes++;
            if (!full) {
                ctx.flush();
            }
        }
    }

    /** Takes as many bytes as there is room for, like a socket. */
    private static final class Line extends EmbeddedChannel {
        private boolean slow; // no initial values: the superclass's constructor writes already
        private long room;

        Line(ChannelHandler... handlers) {
            super(DefaultChannelId.newInstance(), handlers);
        }

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) throws Exception {
            if (!slow) {
                super.doWrite(waiting);
                return;
            }
            for (Object next = waiting.current(); next != null && room > 0; next = waiting.current()) {
                ByteBuf bytes = (ByteBuf) next;
                int taken = (int) Math.min(room, bytes.readableBytes());
                room -= taken;
                outboundMessages().add(bytes.retainedSlice(bytes.readerIndex(), taken));
                waiting.removeBytes(taken);
            }
        }
    }

    private final Socket socket = new Socket();
    private final Line channel;
    private final Runnable settle;

    Terminal(ChatPipeline pipeline, Runnable settle) {
        this.channel = new Line(socket, pipeline);
        this.channel.freezeTime();
        this.settle = settle;
    }

    public EmbeddedChannel channel() {
        return channel;
    }

    /** The server's side of the connection. */
    public Session session() {
        return channel.pipeline().get(ChatCommandHandler.class).session();
    }

    /** Types lines, each ended by LF. */
    public Terminal type(String... lines) {
        for (String line : lines) {
            send(line + "\n");
        }
        return this;
    }

    /** Sends text as it is, in one packet. */
    public Terminal send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes in one packet. */
    public Terminal send(byte[] packet) {
        channel.writeInbound(channel.alloc().buffer(packet.length).writeBytes(packet));
        settle.run();
        return this;
    }

    /** What came since it was last asked for, with the line ends as they are. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The same as bytes, telnet's own among them. */
    public byte[] bytes() {
        settle.run();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            try {
                part.readBytes(bytes, part.readableBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                part.release();
            }
        }
        return bytes.toByteArray();
    }

    /** The lines that came since it was last asked for. */
    public List<String> lines() {
        return text().lines().toList();
    }

    /** The events that came since it was last asked for, to a program; fails on a line that is none. */
    public List<Received> received() {
        return lines().stream().map(Terminal::parsed).toList();
    }

    private static Received parsed(String line) {
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new AssertionError("no event: " + line, e);
        }
    }

    /** The same, without what is said beside them. */
    public List<Event> events() {
        return received().stream().map(Received::event).toList();
    }

    /** Reads nothing more; the server may keep as many bytes for it as a small write buffer takes. */
    public Terminal stopReading() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(512, 1024));
        socket.full = true;
        return this;
    }

    /** Reads nothing more; the server may keep for it what it keeps for anybody. */
    public Terminal holdBack() {
        socket.full = true;
        return this;
    }

    /** Reads only when and as much as {@link #read} says. */
    public Terminal readSlowly() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(512, 1024));
        channel.slow = true;
        return this;
    }

    /** Lets that many bytes come. */
    public Terminal read(int bytes) {
        channel.room = bytes;
        channel.flush();
        settle.run();
        return this;
    }

    /** Reads again. */
    public void startReading() {
        if (socket.full || channel.slow) {
            socket.full = false;
            channel.slow = false;
            channel.flush();
            settle.run();
        }
    }

    /** How many bytes the server keeps for this connection. */
    public long waitingBytes() {
        var waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
    }

    /** How often the server has handed bytes to the network. */
    public int flushes() {
        return socket.flushes;
    }

    public void hangUp() {
        channel.close();
        settle.run();
    }
}
