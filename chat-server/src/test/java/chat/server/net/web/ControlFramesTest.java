package chat.server.net.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.CharsetUtil;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

/** What frames count for, and what becomes of what is written behind a closing frame. */
class ControlFramesTest {
    private int overhead;
    private final EmbeddedChannel channel = new EmbeddedChannel(new ControlFrames(bytes -> overhead += bytes));

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

    @Test
    void shouldCountTheContentOfALineOnceInHoweverManyParts() {
        channel.writeInbound(new TextWebSocketFrame(false, 0, text("hel")));
        channel.writeInbound(new ContinuationWebSocketFrame(true, 0, text("lo")));
        assertThat(overhead).isEqualTo(2 * 6);
        channel.finishAndReleaseAll();
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, CharsetUtil.UTF_8);
    }
}
