package chat.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
    @Test
    void shouldFindABufferThatNobodyReleased() {
        leak(PooledByteBufAllocator.DEFAULT.directBuffer(64));
        assertThat(LeakCheck.findLeaks())
                .singleElement()
                .asString()
                .startsWith("ByteBuf was not released")
                .contains("LeakCheckTest.leak");
        assertThat(LeakCheck.findLeaks()).as("told once").isEmpty();
    }

    @Test
    void shouldFindASliceThatNobodyReleased() {
        ByteBuf whole = UnpooledByteBufAllocator.DEFAULT.directBuffer(64).writeZero(64);
        leak(whole.retainedSlice(0, 10));
        whole.release();
        whole = null;
        assertThat(LeakCheck.findLeaks()).isNotEmpty();
    }

    @Test
    void shouldFindNothingWhereAllIsReleased() {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(64).writeZero(64);
        ByteBuf slice = buffer.retainedSlice(0, 10);
        buffer.release();
        slice.release();
        assertThat(LeakCheck.findLeaks()).isEmpty();
    }

    @Test
    void shouldFailTheRun() {
        LeakCheck.AtTheEnd end = new LeakCheck.AtTheEnd();
        leak(PooledByteBufAllocator.DEFAULT.directBuffer(64));
        assertThatThrownBy(end::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 leaks: ByteBuf was not released");
        end.close();
    }

    /** Uses a buffer a last time. */
    private static void leak(ByteBuf buffer) {
        buffer.setByte(0, 1);
    }
}
