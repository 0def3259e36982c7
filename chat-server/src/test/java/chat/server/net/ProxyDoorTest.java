package chat.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.net.Addresses;
import chat.server.session.Origin;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyDoorTest {
    private static final String V2 = "\r\n\r\n\0\r\nQUIT\n";

    private final EmbeddedChannel channel = new EmbeddedChannel() {
        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress("10.0.0.1", 5000);
        }
    };
    private final StringBuilder passed = new StringBuilder();
    private int active;

    private final class Behind extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            active++;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            passed.append(((ByteBuf) bytes).toString(ISO_8859_1));
            ((ByteBuf) bytes).release();
        }
    }

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(ProxyDoor.decoder());
        channel.pipeline()
                .addLast(new ProxyDoor(
                        new QuietLog(System::nanoTime), () -> channel.pipeline().addLast(new Behind())));
    }

    @AfterEach
    void leave() {
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldBelieveTheFirstVersion() {
        send("PROXY TCP4 192.0.2.7 192.0.2.8 40422 8090\r\nhello\n");
        assertPassed("192.0.2.7:40422", "hello\n");
    }

    @Test
    void shouldBelieveTheFirstVersionByteByByte() {
        for (char c : "PROXY TCP6 2001:db8::7 2001:db8::8 40422 8090\r\nhello\n".toCharArray()) {
            send(String.valueOf(c));
        }
        assertPassed("[2001:db8::7]:40422", "hello\n");
    }

    @Test
    void shouldBelieveTheSecondVersion() {
        send(V2 + "\41\21\0\14" + "\300\0\2\7" + "\300\0\2\10" + "\1\0" + "\37\232" + "hello\n");
        assertPassed("192.0.2.7:256", "hello\n");
    }

    @Test
    void shouldNotLookAtWhatTheProxyAdds() {
        send(V2 + "\41\21\0\22" + "\300\0\2\7" + "\300\0\2\10" + "\1\0" + "\37\232" + "\1\0\3abc" + "hello\n");
        assertPassed("192.0.2.7:256", "hello\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY UNKNOWN\r\n", "PROXY TCP6 d::8% :: 1 2\r\n", V2 + "\41\0\0\0"})
    void shouldNotTakeAnybodyForTheProxy(String header) {
        send(header + "hello\n");
        assertThat(channel.isOpen()).isFalse();
        assertThat(active).isZero();
        assertThat(passed).isEmpty();
    }

    @Test
    void shouldOnlyHangUpWhenTheProxyLooksWhetherTheServerLives() {
        send(V2 + "\40\0\0\0");
        assertThat(channel.isOpen()).isFalse();
        assertThat(active).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello, is anybody there?\r\n",
                "/setname eve\r\n/all hi\r\n",
                "PROXY TCP4 192.0.2.7\r\n/setname eve\r\n",
                "nonsense\r\nPROXY TCP4 192.0.2.7 192.0.2.8 1 2\r\n/setname eve\r\n",
                "PROXY TCP4 nobody.example 192.0.2.8 1 2\r\n",
                "PROXY TCP4 192.0.2.7 192.0.2.8 1 99999\r\n",
                V2 + "\61\21\0\14............"
            })
    void shouldCloseWithoutAHeader(String bytes) {
        send(bytes);
        assertThat(channel.isOpen()).isFalse();
        assertThat(passed).isEmpty();
        assertThat(active).isZero();
    }

    @Test
    void shouldNotReadAnEndlessHeader() {
        send(V2 + "\41\21\377\377" + "x".repeat(4096));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldNotWaitLongerForAHeaderThatComesByteByByte() {
        for (int i = 0; i < ProxyDoor.HEADER_SECONDS; i++) {
            assertThat(channel.isOpen()).isTrue();
            send(String.valueOf("PROXY TCP4 192".charAt(i)));
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runPendingTasks();
        }
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldForgetTheDeadlineWhenTheHeaderHasCome() {
        send("PROXY TCP4 192.0.2.7 192.0.2.8 1 2\r\n");
        channel.advanceTimeBy(2 * ProxyDoor.HEADER_SECONDS, TimeUnit.SECONDS);
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isTrue();
    }

    private void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private void assertPassed(String origin, String text) {
        assertThat(Addresses.shown(Origin.of(channel))).isEqualTo(origin);
        assertThat(passed).hasToString(text);
        assertThat(active).isOne();
        assertThat(channel.pipeline().get(ProxyDoor.class)).isNull();
    }
}
