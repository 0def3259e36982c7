package chat.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as bytes; for the page in frames that another implementation reads back. */
class LineBytesTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "125, 2", "126, 4", "127, 4", "65535, 4", "65536, 10", "3000000, 10"})
    void shouldWriteTheShortestHeaderThereIs(int length, int header) {
        String line = "x".repeat(length - 1) + "\n";
        ByteBuf bytes = LineBytes.of(line, WireFormat.WEB, UnpooledByteBufAllocator.DEFAULT);
        assertThat(bytes.readableBytes()).isEqualTo(header + length);
        assertThat(read(bytes)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"62, 2", "63, 4", "32767, 4", "32768, 10"})
    void shouldCountBytesAndNotCharacters(int letters, int header) {
        String line = "ü".repeat(letters);
        ByteBuf bytes = LineBytes.of(line, WireFormat.WEB, UnpooledByteBufAllocator.DEFAULT);
        assertThat(bytes.readableBytes()).isEqualTo(header + 2 * letters);
        assertThat(read(bytes)).isEqualTo(line);
    }

    @Test
    void shouldWriteNoFrameForNothing() {
        ByteBuf bytes = Unpooled.buffer();
        LineBytes.append("", WireFormat.WEB, bytes);
        assertThat(bytes.isReadable()).isFalse();
    }

    @Test
    void shouldPutNothingAroundTheLinesOfOtherFormats() {
        for (WireFormat format : WireFormat.values()) {
            if (format != WireFormat.WEB) {
                ByteBuf bytes = LineBytes.of("{}\n", format, UnpooledByteBufAllocator.DEFAULT);
                assertThat(bytes.toString(UTF_8)).isEqualTo("{}\n");
                bytes.release();
            }
        }
    }

    private static String read(ByteBuf bytes) {
        EmbeddedChannel browser = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(1 << 24)
                .build()));
        browser.writeInbound(bytes);
        TextWebSocketFrame frame = browser.readInbound();
        try {
            assertThat(frame.isFinalFragment()).isTrue();
            assertThat(frame.rsv()).isZero();
            return frame.text();
        } finally {
            frame.release();
            browser.finishAndReleaseAll();
        }
    }
}
