package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Machines that are gone without a word: their sessions end in time, whether something was on its way to them or not, and
 * those of people who only do not read live on. Skipped where the test may not make networks of its own.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT) // it mostly waits
class VanishedPeerIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    /** Two looks, each an eighth of the timeout, and what a busy machine takes. */
    private static final Duration SLACK = Duration.ofSeconds(6);

    private static final List<String> NAMESPACES =
            List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child");

    @Test
    void shouldEndTheSessionsOfMachinesThatAreGoneAndOnlyThose() throws InterruptedException {
        assumeTrue(mayMakeNetworks(), "needs Linux, root, and the programs unshare, ip and nc");
        try (Program network = network()) {
            network.await("is now addressed");
            network.await("is now frozen");
            network.types("cut\n");
            assertThat(network.await("is now ann")).isNotEmpty();
            long cut = System.nanoTime();
            awaitEnd(network, "An unnamed user has left", cut, "nothing on its way");
            awaitEnd(network, "addressed has left (no answer)", cut, "something on its way");
            letPass(cut, TIMEOUT.multipliedBy(3));
            network.types("thaw\n");
            assertThat(network.await("frozen has read all")).endsWith("200 lines");
            assertThat(network.out())
                    .noneMatch(line -> line.contains("ann has left") || line.contains("frozen has left"));
        }
    }

    private static Program network() {
        List<String> command = new ArrayList<>(NAMESPACES);
        command.addAll(
                List.of("sh", Path.of("src/test/resources/network/vanish.sh").toString()));
        command.addAll(Program.command(
                Program.thisJava(),
                "chat.server.jar",
                "--port=9292",
                "--peer-timeout=" + TIMEOUT.toSeconds() + "s",
                "--name-timeout=none",
                "--line-rate=none"));
        return Program.any(command);
    }

    private static void awaitEnd(Program network, String line, long cut, String state) {
        Awaitility.await(line)
                .atMost(TIMEOUT.plus(SLACK))
                .until(() -> network.out().stream().anyMatch(printed -> printed.contains(line)));
        System.out.printf("machine gone, %-22s ended after %d ms%n", state, (System.nanoTime() - cut) / 1_000_000);
    }

    /** Time has to pass: that nothing happens meanwhile is what is tested. */
    private static void letPass(long start, Duration passed) {
        Awaitility.await().atMost(passed.plus(SLACK)).until(() -> System.nanoTime() - start > passed.toNanos());
    }

    private static boolean mayMakeNetworks() throws InterruptedException {
        List<String> command = new ArrayList<>(NAMESPACES);
        command.addAll(List.of("sh", "-c", "ip link add near0 type veth peer name far0 && which nc"));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no unshare here
        }
    }
}
