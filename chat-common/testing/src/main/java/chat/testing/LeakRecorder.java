package chat.testing;

import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Netty's leak detector, which remembers what it finds instead of only logging it. Netty is told to use it by the
 * property {@code io.netty.customResourceLeakDetector}.
 *
 * @param <T> what may leak
 */
public final class LeakRecorder<T> extends ResourceLeakDetector<T> {
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    /**
     * As Netty calls it.
     *
     * @param type what may leak
     * @param samplingInterval how many are not looked at for one that is; at the level paranoid all are
     */
    public LeakRecorder(Class<?> type, int samplingInterval) {
        super(type, samplingInterval);
    }

    /**
     * As Netty calls it.
     *
     * @param type what may leak
     * @param samplingInterval as above
     * @param maxActive means nothing any more
     */
    public LeakRecorder(Class<?> type, int samplingInterval, long maxActive) {
        this(type, samplingInterval);
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
        FOUND.add(resourceType + " was not released; last seen:" + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
        FOUND.add(resourceType + " was not released");
    }

    /** The leaks found since it was last asked for. */
    static List<String> takeFound() {
        return Stream.generate(FOUND::poll).takeWhile(leak -> leak != null).toList();
    }
}
