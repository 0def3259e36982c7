package chat.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails a test run in which a Netty buffer was not released. JUnit finds it by itself. It looks when all tests are
 * over, or each class where several JVMs share them; Netty's records in the message tell which code had the buffer.
 */
public final class LeakCheck implements BeforeAllCallback {
    /** How long to wait for what the garbage collector has found to be told, in milliseconds. */
    private static final long PATIENCE_MILLIS = 2000;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(LeakCheck.class)).computeIfAbsent(AtTheEnd.class);
    }

    /** Closed by JUnit when the last test is over. */
    static final class AtTheEnd implements AutoCloseable {
        AtTheEnd() {
            ResourceLeakDetector<Object> detector =
                    ResourceLeakDetectorFactory.instance().newResourceLeakDetector(Object.class);
            if (!(detector instanceof LeakRecorder)
                    || ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
                throw new IllegalStateException("Netty does not look for leaks (expected: test.jvm of the parent pom)");
            }
        }

        @Override
        public void close() {
            List<String> leaks = findLeaks();
            if (!leaks.isEmpty()) {
                throw new AssertionError(leaks.size() + " leaks: " + String.join("\n", leaks));
            }
        }
    }

    /** Lets the garbage collector find what nobody holds any more, and asks Netty what of it was never released. */
    static List<String> findLeaks() {
        collectGarbage();
        ByteBuf next = Unpooled.directBuffer(1, 1); // Netty looks when it hands out a buffer
        next.release();
        return LeakRecorder.takeFound();
    }

    private static void collectGarbage() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        try {
            for (int i = 0; i < 2; i++) { // what the first one frees may have held others
                WeakReference<Object> canary = new WeakReference<>(new Object(), queue);
                System.gc();
                if (queue.remove(PATIENCE_MILLIS) != canary) {
                    throw new IllegalStateException("the garbage collector does not run");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
