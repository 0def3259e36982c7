package chat.client.bench;

import io.netty.buffer.ByteBuf;

/** Comparisons where the bytes lie. */
final class Ascii {
    private Ascii() {}

    /** Whether the bytes from one index up to another begin with a prefix. */
    static boolean startsWith(ByteBuf in, int start, int end, byte[] prefix) {
        if (end - start < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (in.getByte(start + i) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
