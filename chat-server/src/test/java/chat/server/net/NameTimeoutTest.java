package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.limit.LimitSettings;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class NameTimeoutTest {
    private static final String WARNING = "* Please choose a name within 30 seconds, or this connection is closed.";
    private static final String END =
            "You have not chosen a name in time, so this connection is closed. Please connect again.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withNameTimeout(Duration.ofMinutes(2)));

    private final Terminal stranger = chat.connect();

    @Test
    void shouldWarnAndThenCloseWhoTakesNoName() {
        chat.pass(89_000);
        assertThat(stranger.lines()).hasSize(2);
        chat.pass(1000);
        assertThat(stranger.lines()).containsExactly(WARNING);
        chat.pass(29_000);
        assertThat(stranger.channel().isOpen()).isTrue();
        chat.pass(1000);
        assertThat(stranger.lines()).containsExactly(END);
        chat.pass(1000);
        assertThat(stranger.channel().isOpen()).isFalse();
        assertThat(chat.registry().active()).isZero();
    }

    /** As a handshake or a proxy's header does. */
    @Test
    void shouldCountFromTheMomentOfConnectingWhateverComesFirst() {
        ChannelInboundHandlerAdapter handshake = new ChannelInboundHandlerAdapter() {
            @Override
            public void channelActive(ChannelHandlerContext ctx) {
                // not yet
            }
        };
        EmbeddedChannel channel = chat.connectBehind(handshake);
        channel.freezeTime();
        channel.advanceTimeBy(60, TimeUnit.SECONDS);
        channel.pipeline().context(handshake).fireChannelActive();
        channel.advanceTimeBy(29, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(text(channel)).doesNotContain(WARNING);
        channel.advanceTimeBy(1, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(text(channel)).contains(WARNING);
        channel.advanceTimeBy(30, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(text(channel)).contains(END);
        channel.finishAndReleaseAll();
    }

    private static String text(EmbeddedChannel channel) {
        channel.runPendingTasks();
        StringBuilder text = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            text.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return text.toString();
    }

    @Test
    void shouldNotBeExtendedByBytesThatTrickleIn() {
        for (int i = 0; i < 121; i++) {
            stranger.send(i % 10 == 9 ? "\n" : "x");
            chat.pass(1000);
        }
        assertThat(stranger.lines()).contains(WARNING).endsWith(END);
    }

    @Test
    void shouldLeaveAloneWhoHasAName() {
        stranger.type("/setname ann");
        stranger.lines();
        chat.pass(1_000_000);
        assertThat(stranger.lines()).isEmpty();
        assertThat(stranger.channel().isOpen()).isTrue();
    }

    @Test
    void shouldLeaveAloneWhoTakesANameAfterTheWarning() {
        chat.pass(100_000);
        stranger.type("/setname ann");
        chat.pass(1_000_000);
        assertThat(stranger.channel().isOpen()).isTrue();
    }

    @Test
    void shouldForgetWhoHasGone() {
        stranger.hangUp();
        chat.pass(1_000_000);
        assertThat(stranger.lines()).doesNotContain(WARNING, END);
    }
}
