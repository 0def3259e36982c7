package chat.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LineBasedFrameDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Bytes become lines, which keep their ends. Netty's decoder counts a CR as part of the line while its LF is still on
 * its way, and so would refuse a line of exactly the limit when a packet ends between the two.
 */
final class LineDecoder extends LineBasedFrameDecoder {
    private final int maxBytes;

    LineDecoder(int maxBytes) {
        super(maxBytes, false, true);
        this.maxBytes = maxBytes;
    }

    @Override
    protected @Nullable Object decode(ChannelHandlerContext ctx, ByteBuf bytes) throws Exception {
        return endsWithinLineEnd(bytes) ? null : super.decode(ctx, bytes);
    }

    private boolean endsWithinLineEnd(ByteBuf bytes) {
        return bytes.readableBytes() == maxBytes + 1
                && bytes.getByte(bytes.writerIndex() - 1) == '\r'
                && bytes.bytesBefore((byte) '\n') < 0;
    }
}
