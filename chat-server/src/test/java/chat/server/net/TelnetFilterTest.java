package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Telnet's bytes, cut wherever a packet may end. They are written here one character for each byte, with names for some:
 * {@code i} is IAC, {@code s} SB, {@code e} SE, {@code d D w W} are DO, DON'T, WILL, WON'T, {@code p} is IP, {@code y}
 * NOP, {@code r n 0} are CR, LF, NUL; other capital letters stand for text and option numbers.
 */
class TelnetFilterTest {
    private static final String NAMES = "isedDwWpnr0y";
    private static final int[] BYTES = {255, 250, 240, 253, 254, 251, 252, 244, 10, 13, 0, 241};

    /** What comes out: the text, the answers to telnet, and whether Ctrl-C was pressed (1 or 0). */
    private record Result(String text, String answers, int interrupts) {}

    @ParameterizedTest
    @CsvSource({
        "Arn,                Arn,      '',     0",
        "ArnBrn,             ArnBrn,   '',     0",
        "AnB,                AnB,      '',     0",
        "Ar0Br0,             ArnBrn,   '',     0",
        "ArBn,               ArBn,     '',     0",
        "Arr0Arrn,           ArrnArrn, '',     0",
        "ArArn,              ArArn,    '',     0",
        "A0B00n0,            ABn,      '',     0",
        "AiwXB,              AB,       iDX,    0",
        "AiWXB,              AB,       '',     0",
        "AidXB,              AB,       iWX,    0",
        "AiDXB,              AB,       '',     0",
        "idXAiwYidZ,         A,        iWXiDYiWZ, 0",
        "AidiB,              AB,       iWi,    0",
        "Aid0B,              AB,       iW0,    0",
        "AiyB,               AB,       '',     0",
        "AieB,               AB,       '',     0",
        "AipB,               AB,       '',     1",
        "ipidFA,             A,        iWF,    1",
        "AiiB,               AiB,      '',     0",
        "AisXVieB,           AB,       '',     0",
        "AisXiieBieC,        AC,      '',     0",
        "AisXiiVVieB,        AB,       '',     0",
        "AisXiyVieB,         AB,       '',     0",
        "AisieB,             AB,       '',     0",
        "AisrnieB,           AB,       '',     0",
        "AiBn,               ABn,      '',     0",
        "Airn,               Arn,      '',     0",
        "AnisXVieCrnidXBr0,  AnCrnBrn, iWX,    0",
        "Ani,                An,       '',     0",
        "Anis,               An,       '',     0",
        "Anid,               An,       '',     0",
        "Ar,                 Ar,       '',     0"
    })
    void shouldPassTheTextOnlyWhereverPacketsEnd(String sent, String text, String answers, int interrupts) {
        byte[] bytes = bytes(sent);
        Result expected = new Result(latin1(bytes(text)), latin1(bytes(answers)), interrupts);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                assertThat(filtered(bytes, first, second))
                        .as("%s cut at %d and %d", sent, first, second)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void shouldMakeNoDifferenceOfCutsInAnyStream() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int n = 0; n < 2000; n++) {
            byte[] stream = new byte[random.nextInt(40)];
            for (int i = 0; i < stream.length; i++) {
                int any = random.nextInt(BYTES.length + 3);
                stream[i] = (byte) (any < BYTES.length ? BYTES[any] : 'A' + any);
            }
            int first = random.nextInt(stream.length + 1);
            int second = first + random.nextInt(stream.length - first + 1);
            assertThat(filtered(stream, first, second))
                    .as("seed %d, round %d", seed, n)
                    .isEqualTo(filtered(stream, 0, 0));
        }
    }

    @Test
    void shouldEndASubnegotiationThatDoesNot() {
        byte[] endless = bytes("AnisX" + "V".repeat(1024) + "Bn");
        assertThat(filtered(endless, 0, 0).text()).isEqualTo("A\nB\n");
        for (int cut = 0; cut < endless.length; cut++) {
            assertThat(filtered(endless, cut, cut).text()).isEqualTo("A\nB\n");
        }
    }

    @Test
    void shouldNotAnswerWhoDoesNotRead() {
        EmbeddedChannel channel = new EmbeddedChannel(new TelnetFilter(bytes -> {}));
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        channel.writeInbound(Unpooled.copiedBuffer(bytes("idXiwY")));
        assertThat(channel.outboundMessages()).isEmpty();
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldReleaseAPacketWithoutText() {
        EmbeddedChannel channel = new EmbeddedChannel(new TelnetFilter(bytes -> {}));
        ByteBuf packet = Unpooled.copiedBuffer(bytes("iy"));
        channel.writeInbound(packet);
        assertThat(packet.refCnt()).isZero();
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    /** Sends a stream in three packets, of which some may be empty; an empty packet is none. */
    private static Result filtered(byte[] stream, int first, int second) {
        List<Object> events = new ArrayList<>();
        EmbeddedChannel channel =
                new EmbeddedChannel(new TelnetFilter(bytes -> {}), new ChannelInboundHandlerAdapter() {
                    @Override
                    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
                        events.add(event);
                    }
                });
        int[] cuts = {0, first, second, stream.length};
        List<ByteBuf> packets = new ArrayList<>();
        for (int i = 1; i < cuts.length; i++) {
            if (cuts[i] > cuts[i - 1]) {
                packets.add(Unpooled.copiedBuffer(stream, cuts[i - 1], cuts[i] - cuts[i - 1]));
            }
        }
        packets.forEach(channel::writeInbound);
        StringBuilder text = new StringBuilder();
        StringBuilder answers = new StringBuilder();
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            text.append(taken(part));
        }
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            answers.append(taken(part));
        }
        assertThat(channel.finishAndReleaseAll()).isFalse();
        assertThat(packets).allSatisfy(packet -> assertThat(packet.refCnt()).isZero());
        assertThat(events).allMatch(TelnetFilter.Interrupt.CTRL_C::equals);
        return new Result(text.toString(), answers.toString(), Math.min(events.size(), 1)); // one packet tells it once
    }

    private static String taken(ByteBuf part) {
        try {
            return part.toString(StandardCharsets.ISO_8859_1);
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    private static byte[] bytes(String spelled) {
        byte[] bytes = new byte[spelled.length()];
        for (int i = 0; i < bytes.length; i++) {
            int name = NAMES.indexOf(spelled.charAt(i));
            bytes[i] = (byte) (name < 0 ? spelled.charAt(i) : BYTES[name]);
        }
        return bytes;
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
