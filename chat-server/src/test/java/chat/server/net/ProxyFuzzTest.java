package chat.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.fuzz.Counted;
import chat.fuzz.LogWatch;
import chat.server.session.Origin;
import chat.testing.Harmless;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Any bytes at all from the address of a proxy. A {@code |} is where a packet ends and is not sent itself. */
class ProxyFuzzTest {
    private static final String V2 = "\r\n\r\n\0\r\nQUIT\n";
    private static final int V2_FIXED = 16;
    private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 5000);

    /**
     * What came of it.
     *
     * @param open whether the connection is still there
     * @param begun whether what stands behind the door was let begin
     * @param origin where the connection is from, as far as anybody knows
     * @param passed what came through the door
     */
    private record Outcome(boolean open, boolean begun, SocketAddress origin, String passed) {}

    /** A connection from a proxy. */
    private static final class Connection extends EmbeddedChannel {
        private final StringBuilder passed = new StringBuilder();
        private boolean begun;

        @Override
        protected SocketAddress remoteAddress0() {
            return PROXY;
        }

        private ChannelInboundHandlerAdapter behind() {
            return new ChannelInboundHandlerAdapter() {
                @Override
                public void channelActive(ChannelHandlerContext ctx) {
                    begun = true;
                }

                @Override
                public void channelRead(ChannelHandlerContext ctx, Object bytes) {
                    passed.append(((ByteBuf) bytes).toString(ISO_8859_1));
                    ((ByteBuf) bytes).release();
                }
            };
        }
    }

    @DictionaryFile(resourcePath = "proxy.dict")
    @Timeout(20)
    @FuzzTest
    void shouldTakeOneHeaderAndLetTheRestThrough(byte[] data) {
        String[] packets = new String(data, ISO_8859_1).split("\\|", -1);
        String stream = String.join("", packets);
        Outcome whole = outcome(List.of(stream));
        assertThat(outcome(List.of(packets))).as("in packets").isEqualTo(whole);
        assertThat(outcome(stream.chars().mapToObj(Character::toString).toList()))
                .as("byte by byte")
                .isEqualTo(whole);
        check(stream, whole);
    }

    private static Outcome outcome(List<String> packets) {
        Counted memory = new Counted();
        Connection connection = new Connection();
        Outcome outcome;
        try (LogWatch log = new LogWatch()) {
            connection.freezeTime();
            connection.config().setAllocator(memory.allocator());
            connection.pipeline().addLast(ProxyDoor.decoder());
            connection
                    .pipeline()
                    .addLast(new ProxyDoor(
                            new QuietLog(System::nanoTime),
                            () -> connection.pipeline().addLast(connection.behind())));
            for (String packet : packets) {
                if (!packet.isEmpty() && connection.isOpen()) {
                    connection.writeInbound(memory.allocator().buffer().writeBytes(packet.getBytes(ISO_8859_1)));
                }
            }
            outcome = new Outcome(
                    connection.isOpen(), connection.begun, Origin.of(connection), connection.passed.toString());
            connection.finishAndReleaseAll();
            log.check();
        }
        assertThat(memory.used()).as("bytes that were not released").isZero();
        return outcome;
    }

    private static void check(String stream, Outcome outcome) {
        String shown = Harmless.escaped(stream);
        if (!outcome.begun()) {
            assertThat(outcome.passed()).as(shown).isEmpty();
            assertThat(outcome.origin()).as(shown).isEqualTo(PROXY);
            return;
        }
        assertThat(outcome.open()).as(shown).isTrue();
        if (stream.startsWith(V2)) {
            int added = stream.charAt(14) << 8 | stream.charAt(15);
            assertThat(outcome.passed()).as(shown).isEqualTo(stream.substring(V2_FIXED + added));
        } else {
            assertThat(stream).as(shown).startsWith("PROXY ");
            int end = stream.indexOf("\r\n");
            assertThat(outcome.passed()).as(shown).isEqualTo(stream.substring(end + 2));
            checkOrigin(stream.substring(0, end), outcome);
        }
    }

    /** Who is named, and nobody else. Netty's decoder does not mind blanks at the end of a header. */
    private static void checkOrigin(String header, Outcome outcome) {
        List<String> words = new ArrayList<>(List.of(header.stripTrailing().split(" ", -1)));
        assertThat(words).hasSize(6);
        assertThat(words.get(1)).startsWith("TCP");
        String address = words.get(2).replaceFirst("%.*", ""); // a zone says nothing on another machine
        assertThat(address).matches("[0-9a-fA-F:.]+");
        assertThat(outcome.origin()).isEqualTo(new InetSocketAddress(address, Integer.parseInt(words.get(4))));
    }
}
