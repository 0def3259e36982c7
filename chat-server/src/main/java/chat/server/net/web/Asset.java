package chat.server.net.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * A file of the page.
 *
 * @param type its media type
 * @param content its bytes, which are never released
 * @param zipped the same with gzip
 * @param lasting whether its path changes with its content, so that browsers may keep it for good
 */
record Asset(String type, ByteBuf content, ByteBuf zipped, boolean lasting) {
    static Asset of(String type, byte[] content, byte[] zipped, boolean lasting) {
        return new Asset(type, forever(content), forever(zipped), lasting);
    }

    /** Outside of the heap, where sockets take it from without a copy. */
    private static ByteBuf forever(byte[] bytes) {
        ByteBuffer content = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(content.asReadOnlyBuffer()));
    }
}
