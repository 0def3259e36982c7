package chat.server.account;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves the processor to others: on Linux each thread has a priority of its own (setpriority(2)), which Java does not touch
 * unless it is started with flags for that, and {@code renice} does. Elsewhere, or without that program, nothing changes.
 */
final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** A tenth of what others get when all want it. */
    private static final String NICENESS = "10";

    private static final Path THREAD = Path.of("/proc/thread-self"); // /proc/PROCESS/task/THREAD
    private static final long WAIT_SECONDS = 2;

    private Background() {}

    /** Lets whatever waits for the processor go before the calling thread from now on. Waits for another program. */
    static void enter() {
        if (!Files.isSymbolicLink(THREAD)) {
            return;
        }
        try {
            String id = Files.readSymbolicLink(THREAD).getFileName().toString();
            Process renice = new ProcessBuilder("renice", "-n", NICENESS, "-p", id)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!renice.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
                renice.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("Passwords are looked at with the priority of everything else: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
