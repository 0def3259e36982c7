package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsGateTest {
    private static final byte[] CLIENT_HELLO = {22, 3, 1};

    private final Signpost signpost = new Signpost();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Promise<Void> handshake = channel.eventLoop().newPromise();
    private boolean opened;

    @BeforeEach
    void knock() {
        channel.freezeTime();
        signpost.doorsAre(8090, 8443);
        channel.pipeline().addLast(new TlsGate(signpost, new QuietLog(System::nanoTime), () -> {
            opened = true;
            return handshake;
        }));
    }

    @AfterEach
    void leave() {
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|This port speaks TLS; plain text is on port 8090.",
                "GET / HTTP/1.1|HTTP/1.1 400 Bad Request",
                "PROXY TCP4 192.0.2.7 192.0.2.8 1 2|The PROXY protocol is taken only from",
            })
    void shouldTurnAwayWhoSpeaksSomethingElse(String line, String answer) {
        channel.writeInbound(Unpooled.copiedBuffer(line + "\r\n", StandardCharsets.US_ASCII));
        assertThat(text()).startsWith(answer);
        channel.writeInbound(Unpooled.copiedBuffer(CLIENT_HELLO));
        pass(1);
        assertThat(opened).isFalse();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldLeaveItToOthersWhatTheyAnswerWhoSpeaksSomethingElse() {
        boolean[] plain = new boolean[1];
        EmbeddedChannel browser = new EmbeddedChannel();
        browser.freezeTime();
        browser.pipeline()
                .addLast(new TlsGate(signpost, new QuietLog(System::nanoTime), () -> handshake, () -> plain[0] = true));
        ByteBuf request = Unpooled.copiedBuffer("GET / HTTP/1.1\r\n", StandardCharsets.US_ASCII);
        browser.writeInbound(request);
        browser.advanceTimeBy(TlsGate.HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        browser.runPendingTasks();
        assertThat(plain[0]).isTrue();
        assertThat(browser.isOpen()).isTrue();
        ByteBuf passed = browser.readInbound();
        assertThat(passed).isSameAs(request);
        passed.release();
        browser.finishAndReleaseAll();
    }

    @Test
    void shouldTellSomebodyWhoWaitsWhatIsExpected() {
        pass(TlsGate.HANDSHAKE_SECONDS - 1);
        assertThat(text()).isEmpty();
        pass(1);
        assertThat(text()).isEqualTo("This port speaks TLS; plain text is on port 8090.\r\n");
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldNotWaitLongerForAHandshakeThatComesByteByByte() {
        channel.writeInbound(Unpooled.copiedBuffer(CLIENT_HELLO));
        assertThat(opened).isTrue();
        for (int i = 0; i < TlsGate.HANDSHAKE_SECONDS; i++) {
            assertThat(channel.isOpen()).isTrue();
            channel.writeInbound(Unpooled.copiedBuffer(new byte[] {1}));
            pass(1);
        }
        assertThat(channel.isOpen()).isFalse();
        assertThat(text()).isEmpty();
    }

    @Test
    void shouldCloseQuietlyWhenSomebodyHangsUp() {
        channel.pipeline().fireExceptionCaught(new IOException("reset"));
        pass(TlsGate.HANDSHAKE_SECONDS);
        assertThat(channel.isOpen()).isFalse();
        assertThat(text()).isEmpty();
    }

    @Test
    void shouldStepAsideOnceTheHandshakeIsOver() {
        channel.writeInbound(Unpooled.copiedBuffer(CLIENT_HELLO));
        handshake.setSuccess(null);
        pass(2 * TlsGate.HANDSHAKE_SECONDS);
        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.pipeline().get(TlsGate.class)).isNull();
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return text.toString();
    }
}
