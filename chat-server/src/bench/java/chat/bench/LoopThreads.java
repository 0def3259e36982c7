package chat.bench;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Has JMH measure on threads like those of event loops, to which Netty gives buffer pools of their own. */
public final class LoopThreads extends ThreadPoolExecutor {
    /**
     * As JMH calls it.
     *
     * @param threads how many
     * @param name what their names begin with
     */
    public LoopThreads(int threads, String name) {
        super(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory(name, /* daemon= */ true));
    }
}
