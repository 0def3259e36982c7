package chat.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.event.Failure;
import chat.common.event.Goodbye;
import chat.common.event.NameAccepted;
import chat.common.event.Received;
import chat.common.event.Resumed;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * A program in a {@link ManualRoom} that numbers its lines, and sends again what was not confirmed when it connects
 * again: on any loop, whether or not the server has noticed that the connection before is gone.
 */
final class Program {
    private final ManualRoom room;
    private final String name;
    private final TreeMap<Long, String> unconfirmed = new TreeMap<>();
    private final List<Channel> channels = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Connection current;
    private long numbers;

    Program(ManualRoom room, Random random, String name) {
        this.room = room;
        this.name = name;
        connect(random);
    }

    /** One connection; what comes in on one that is not current any more is lost. */
    private final class Connection extends SimpleChannelInboundHandler<ByteBuf> {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final int number = channels.size() + 1;
        private boolean named;

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            ctx.writeAndFlush(bytes(
                    "/format json\n/resume key-of-a-program-" + name + " " + number + "\n/setname " + name + "\n"));
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
            for (byte b : ByteBufUtil.getBytes(bytes)) {
                if (b == '\n') {
                    take(line.toString(UTF_8));
                    line.reset();
                } else {
                    line.write(b);
                }
            }
        }

        private void take(String text) {
            if (this != current || !text.startsWith("{")) {
                return; // lost, or the greeting
            }
            try {
                take(JsonLines.parse(text));
            } catch (MalformedLineException e) {
                complaints.add(text + ": " + e.getMessage());
            }
        }

        private void take(Received received) {
            if (received.event() instanceof Resumed resumed) {
                unconfirmed.headMap(resumed.last(), true).clear();
            } else if (received.event() instanceof NameAccepted) {
                named = true;
                unconfirmed.values().forEach(Program.this::send);
            } else if (received.event() instanceof Failure || received.event() instanceof Goodbye) {
                complaints.add(received.toString());
            } else if (received.tag() != null) {
                unconfirmed.remove(Long.valueOf(received.tag()));
            }
        }
    }

    /** Says something as soon as it can. */
    void say(String text) {
        String line = "@" + ++numbers + " /all " + text + "\n";
        unconfirmed.put(numbers, line);
        if (current.named) {
            send(line);
        }
    }

    private void send(String lines) {
        channels.get(channels.size() - 1).writeAndFlush(bytes(lines));
    }

    private static ByteBuf bytes(String lines) {
        return Unpooled.copiedBuffer(lines, UTF_8);
    }

    /** Loses its connection, which the server may notice or not, and connects again. */
    void loseConnection(Random random) {
        Channel lost = channels.get(channels.size() - 1);
        if (random.nextBoolean()) {
            lost.close();
        } else if (random.nextBoolean()) {
            lost.config().setAutoRead(false);
        }
        connect(random);
    }

    private void connect(Random random) {
        current = new Connection();
        channels.add(room.connect(random.nextInt(room.loops()), current));
    }

    /** What has not been confirmed yet. */
    int unconfirmed() {
        return unconfirmed.size();
    }

    /** What it was told that it should not have been. */
    List<String> complaints() {
        return complaints;
    }

    String name() {
        return name;
    }
}
