package chat.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrainedTest {
    private int closeFutures;

    private final EmbeddedChannel channel = new EmbeddedChannel() {
        @Override
        public ChannelFuture closeFuture() {
            closeFutures++;
            return super.closeFuture();
        }
    };

    private final Drained drained = new Drained(channel);

    @Test
    void shouldLeaveNothingOnTheChannelHoweverOftenOneWaits() {
        int before = closeFutures;
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Boolean> taking = drained.whenWritable();
            channel.runPendingTasks();
            assertThat(taking).isCompletedWithValue(true);
        }
        assertThat(closeFutures).isEqualTo(before);
    }

    @Test
    void shouldEndTheWaitWithTheConnection() {
        CompletableFuture<Boolean> taking = drained.whenWritable();
        channel.close();
        assertThat(taking).isDone();
        assertThat(drained.whenWritable()).isCompletedWithValue(false);
    }
}
