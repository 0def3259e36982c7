package chat.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Message;
import chat.common.event.Received;
import chat.common.event.Said;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.server.room.Entry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telnet, nc and programs in one room, on several loops: all read one order, and programs know each message by its id. */
class MixedRoomTest {
    private static final int LOOPS = 3;
    private static final int SLICE = 3;
    private static final int EACH = 8;
    private static final int STEPS = 3000;

    /** How somebody is written to, and ends their own lines. */
    private enum Kind {
        TELNET("\r\n"),
        NC("\n"),
        PROGRAM("\n");

        private final String lineEnd;

        Kind(String lineEnd) {
            this.lineEnd = lineEnd;
        }
    }

    private static final class Somebody {
        @Override
        public String toString() {
            return kind + " " + name;
        }

        private final Kind kind;
        private final String name;
        private final Channel channel;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private final List<String> said = new ArrayList<>();

        Somebody(ManualRoom room, int loop, Kind kind, String name) {
            this.kind = kind;
            this.name = name;
            this.channel = room.connect(loop, new SimpleChannelInboundHandler<ByteBuf>() {
                @Override
                protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
                    read.writeBytes(ByteBufUtil.getBytes(bytes));
                }
            });
        }

        void say(String text) {
            said.add(text);
            type(kind == Kind.PROGRAM ? "@" + text + " /all " + text : text);
        }

        void type(String line) {
            channel.writeAndFlush(Unpooled.copiedBuffer(line + kind.lineEnd, UTF_8));
        }

        private List<String> lines() {
            return List.of(read.toString(UTF_8).split(kind.lineEnd, -1));
        }

        /** What it read of others, and what it said, as a program knows it: by id, in the order it came. */
        List<Received> events() {
            List<Received> events = new ArrayList<>();
            for (String line : lines()) {
                if (line.startsWith("{")) {
                    try {
                        events.add(JsonLines.parse(line));
                    } catch (MalformedLineException e) {
                        throw new AssertionError(line, e);
                    }
                }
            }
            return events;
        }

        /** The messages of others, as text has them. */
        List<String> heard() {
            return kind == Kind.PROGRAM
                    ? events().stream()
                            .map(Received::event)
                            .filter(Message.class::isInstance)
                            .map(event -> ((Message) event).from() + ": " + ((Message) event).text())
                            .toList()
                    : lines().stream().filter(line -> line.contains(": m")).toList();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldGiveEverybodyOneOrder(long seed) {
        Random random = new Random(seed);
        try (ManualRoom room = new ManualRoom(LOOPS, SLICE)) {
            List<Somebody> people = IntStream.range(0, 3 * EACH)
                    .mapToObj(i -> new Somebody(room, random.nextInt(LOOPS), Kind.values()[i % 3], "p" + i))
                    .toList();
            room.settle();
            people.stream().filter(one -> one.kind == Kind.PROGRAM).forEach(one -> one.type("/format json"));
            people.forEach(one -> one.type("/setname " + one.name));
            room.settle();
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(3) == 0) {
                    people.get(random.nextInt(people.size())).say("m" + i);
                } else {
                    room.runOne(random);
                }
            }
            room.settle();

            List<Entry> said = room.history().stream()
                    .filter(entry -> entry.event().isMessage())
                    .toList();
            assertThat(said).hasSizeGreaterThan(STEPS / 4);
            assertThat(people).allSatisfy(one -> {
                assertThat(one.heard()).isEqualTo(othersThan(one, said));
                if (one.kind == Kind.PROGRAM) {
                    verifyIds(room, one, said);
                }
            });
        }
    }

    private static List<String> othersThan(Somebody one, List<Entry> said) {
        return said.stream()
                .map(entry -> (Message) entry.event())
                .filter(message -> !message.from().toString().equals(one.name))
                .map(message -> message.from() + ": " + message.text())
                .toList();
    }

    /** By the ids of what it heard and what it was confirmed, a program can put everything into the room's order. */
    private static void verifyIds(ManualRoom room, Somebody one, List<Entry> said) {
        Map<String, String> byId = said.stream()
                .collect(Collectors.toMap(
                        entry -> room.rooms().lobby().stamp(entry).id(), entry -> ((Message) entry.event()).text()));
        List<String> confirmed = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Received received : one.events()) {
            if (received.event() instanceof Message message) {
                ids.add(received.id());
                assertThat(byId.get(received.id())).isEqualTo(message.text());
            } else if (received.event() instanceof Said) {
                ids.add(received.id());
                confirmed.add(received.tag());
                assertThat(byId.get(received.id())).isEqualTo(received.tag());
            }
        }
        assertThat(confirmed).isEqualTo(one.said);
        assertThat(ids).containsExactlyInAnyOrderElementsOf(byId.keySet());
    }
}
