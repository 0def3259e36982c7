package chat.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many browsers are in a room, a round is put into JSON and into frames once, beside text and JSON. */
class PageRoundTest {
    private static final int EACH = 40;

    /** How somebody is written to. */
    private enum Kind {
        TEXT,
        JSON,
        PAGE
    }

    private static final class Somebody extends SimpleChannelInboundHandler<ByteBuf> {
        final Kind kind;
        final Channel channel;
        final List<Long> addresses = new ArrayList<>();
        final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Somebody(ManualRoom room, Kind kind) {
            this.kind = kind;
            this.channel = room.connect(0, this);
        }

        /** The bytes come as the server's own, since both sides are in one machine: where they are tells whose. */
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
            addresses.add(bytes.memoryAddress() + bytes.readerIndex());
            read.writeBytes(ByteBufUtil.getBytes(bytes));
        }

        void type(String line) {
            channel.writeAndFlush(Unpooled.copiedBuffer(line + "\n", UTF_8));
        }

        void forget() {
            addresses.clear();
            read.reset();
        }
    }

    @Test
    void shouldEncodeARoundOnceForAllBrowsers() {
        try (ManualRoom room = new ManualRoom(1, 7)) {
            List<Somebody> people = IntStream.range(0, 3 * EACH)
                    .mapToObj(i -> new Somebody(room, Kind.values()[i % 3]))
                    .toList();
            room.settle();
            for (int i = 0; i < people.size(); i++) {
                people.get(i).type("/setname p" + i);
            }
            people.stream().filter(one -> one.kind == Kind.JSON).forEach(one -> one.type("/format json"));
            room.settle();
            for (int i = 0; i < people.size(); i++) {
                if (people.get(i).kind == Kind.PAGE) {
                    room.session("p" + i).orElseThrow().out().setWeb();
                }
            }
            people.forEach(Somebody::forget);

            people.get(0).type("x".repeat(150)); // of a few bytes each would get a copy of their own
            room.settle();

            Map<Kind, List<Long>> buffers = new HashMap<>();
            for (Somebody one : people.subList(1, people.size())) {
                assertThat(one.addresses).hasSize(1);
                assertThat(buffers.computeIfAbsent(one.kind, kind -> one.addresses))
                        .isEqualTo(one.addresses);
            }
            assertThat(buffers.values()).doesNotHaveDuplicates().hasSize(3);
            byte[] line = people.get(1).read.toByteArray(); // JSON, which the page reads in a frame
            byte[] frame = people.get(2).read.toByteArray();
            assertThat(frame)
                    .startsWith((byte) 0x81, (byte) 126, (byte) (line.length >> 8), (byte) line.length)
                    .endsWith(line)
                    .hasSize(line.length + 4);
        }
    }
}
