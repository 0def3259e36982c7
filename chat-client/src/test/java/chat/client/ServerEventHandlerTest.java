package chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.util.CharsetUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEventHandlerTest {
    private final List<String> lines = new ArrayList<>();
    private final ServerEventHandler handler = new ServerEventHandler(lines::add);
    private final EmbeddedChannel channel = new EmbeddedChannel(
            new LineBasedFrameDecoder(Limits.MAX_SERVER_LINE_BYTES), new StringDecoder(CharsetUtil.UTF_8), handler);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldHandOnWhatTheServerSaysLineByLine() {
        serverSays("Welcome.\r\nann: grü");
        serverSays("ße\nbob: hi\n");
        assertThat(lines).containsExactly("Welcome.", "ann: grüße", "bob: hi");
        assertThat(handler.farewell()).isNotDone();
        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"You have left the chat\n", "You have left the chat\r\n"})
    void shouldCloseWhenTheServerConfirmsThatWeLeft(String line) {
        serverSays(line);
        assertThat(channel.isOpen()).isFalse();
        assertThat(handler.farewell()).isCompletedWithValue(Farewell.LEFT);
        assertThat(lines).containsExactly("You have left the chat");
    }

    @Test
    void shouldCloseWhenTheServerStops() {
        serverSays("Server has been closed by host\r\n");
        assertThat(channel.isOpen()).isFalse();
        assertThat(handler.farewell()).isCompletedWithValue(Farewell.SERVER_STOPPED);
        assertThat(lines).containsExactly("Server has been closed by host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann: You have left the chat",
                "ann(private): You have left the chat",
                "* You have left the chat",
                "You have left the chat.",
                " You have left the chat",
                "ann: Server has been closed by host",
                "you have left the chat"
            })
    void shouldNotCloseWhenSomebodyElseSaysSo(String line) {
        serverSays(line + "\n");
        assertThat(channel.isOpen()).isTrue();
        assertThat(lines).containsExactly(line);
    }

    @Test
    void shouldTellALostConnectionFromAGoodbye() {
        serverSays("ann: hi\n");
        channel.close();
        assertThat(handler.farewell()).isCompletedWithValue(Farewell.LOST);
    }

    @Test
    void shouldCloseOnANetworkError() {
        channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        assertThat(channel.isOpen()).isFalse();
        assertThat(handler.farewell()).isCompletedWithValue(Farewell.LOST);
    }

    @Test
    void shouldLeaveOutALineThatIsTooLongAndGoOn() {
        serverSays("x".repeat(Limits.MAX_SERVER_LINE_BYTES + 1) + "\nann: hi\n");
        assertThat(lines)
                .containsExactly("(a line was left out: it is too long to come from a chat server)", "ann: hi");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void shouldTakeTheLongestLineThatAServerSends() {
        String line = "a".repeat(24) + ": " + "\ufffd".repeat(Limits.MAX_LINE_BYTES);
        serverSays(line + "\r\n");
        assertThat(lines).containsExactly(line);
    }

    @Test
    void shouldShowNothingThatCouldHarmTheTerminal() {
        serverSays("\u001b[2Jann: hi\u009b\n");
        assertThat(lines).containsExactly("ann: hi␛");
    }

    private void serverSays(String text) {
        channel.writeInbound(ByteBufUtil.writeUtf8(channel.alloc(), text));
    }
}
