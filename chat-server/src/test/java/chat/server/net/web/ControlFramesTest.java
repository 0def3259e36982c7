package chat.server.net.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.CharsetUtil;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

/** What becomes of what is written behind a closing frame. */
class ControlFramesTest {
    private final EmbeddedChannel channel = new EmbeddedChannel(new ControlFrames(bytes -> {}));

    @Test
    void shouldTellThatNothingGetsOutBehindAClosingFrame() {
        channel.writeOutbound(new CloseWebSocketFrame(1000, ""));
        ByteBuf late = text("late");
        assertThat(channel.write(late).cause()).isInstanceOf(ClosedChannelException.class);
        assertThat(late.refCnt()).isZero();
        channel.write(text("nobody asks"), channel.voidPromise());
        channel.checkException();
        channel.finishAndReleaseAll();
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, CharsetUtil.UTF_8);
    }
}
