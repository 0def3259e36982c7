package chat.fuzz;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;

/** Memory that is counted to the byte, so that a leak is known at once and not when the garbage collector runs. */
public final class Counted {
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false, true);

    public ByteBufAllocator allocator() {
        return allocator;
    }

    /** How many bytes are in use. */
    public long used() {
        return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
    }
}
