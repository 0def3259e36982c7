package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Machines that are gone without a word: their sessions end, whether something was on its way to them or not. Skipped where
 * the test may not make a network of its own (Linux, as root).
 */
class VanishedPeerIT {
    /** The timeout of eight seconds, a look or two, and what the machine takes. */
    private static final Duration BOUND = Duration.ofSeconds(25);

    private static final List<String> NAMESPACE = List.of("unshare", "--net", "--mount");

    @Test
    void shouldEndTheSessionsOfMachinesThatAreGone() throws IOException, InterruptedException {
        assumeTrue(mayMakeNetworks());
        List<String> command = new ArrayList<>(NAMESPACE);
        command.addAll(
                List.of("sh", Path.of("src/test/resources/network/vanish.sh").toString()));
        command.addAll(Program.command(
                Program.thisJava(), "chat.server.jar", "--port=9292", "--peer-timeout=8s", "--name-timeout=none"));
        try (Program network = Program.any(command)) {
            assertThat(network.await("is now addressed")).isNotEmpty();
            network.types("cut\n");
            Awaitility.await("both machines are missed")
                    .atMost(BOUND)
                    .until(() -> network.out().stream()
                                    .filter(line -> line.contains("addressed has left (no answer)")
                                            || line.contains("An unnamed user has left"))
                                    .count()
                            == 2);
            assertThat(network.out()).noneMatch(line -> line.contains("ann has left"));
            network.signal("TERM");
        }
    }

    private static boolean mayMakeNetworks() throws InterruptedException {
        List<String> command = new ArrayList<>(NAMESPACE);
        command.addAll(List.of("sh", "-c", "ip link add near0 type veth peer name far0 && which nc"));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false; // no unshare here
        }
    }
}
