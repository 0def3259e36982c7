package chat.server.net.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * A file of the page.
 *
 * @param type its media type
 * @param content its bytes, which are the garbage collector's: releasing them does nothing
 * @param zipped the same with gzip
 * @param lasting whether its path changes with its content, so that browsers may keep it for good
 */
record Asset(String type, ByteBuf content, ByteBuf zipped, boolean lasting) {
    static Asset of(String type, byte[] content, byte[] zipped, boolean lasting) {
        return new Asset(type, forever(content), forever(zipped), lasting);
    }

    private static ByteBuf forever(byte[] bytes) {
        ByteBuffer outsideTheHeap =
                ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(outsideTheHeap.asReadOnlyBuffer()));
    }
}
