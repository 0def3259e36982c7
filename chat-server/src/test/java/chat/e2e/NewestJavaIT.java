package chat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same jars on the newest Java with long support, where the machine has it. */
@EnabledIfEnvironmentVariable(named = "JAVA_25_HOME", matches = ".+", disabledReason = "no JDK 25 is known here")
class NewestJavaIT {
    private final Path java = Path.of(String.valueOf(System.getenv("JAVA_25_HOME")));

    @Test
    void shouldTellTheVersion() throws InterruptedException {
        try (Program server = Program.run(java, "chat.server.jar", "--version");
                Program client = Program.run(java, "chat.client.jar", "--version")) {
            assertThat(server.exitCode()).isZero();
            assertThat(server.out()).singleElement().asString().startsWith("chat-server ");
            assertThat(client.exitCode()).isZero();
            assertThat(client.out()).singleElement().asString().startsWith("chat-client ");
        }
    }

    @Test
    void shouldTalkWithoutAWarning() throws InterruptedException {
        try (Program server = Program.run(java, "chat.server.jar", "--port", "0");
                Person ann = Person.joins("ann", server.port());
                Program client = Program.run(java, "chat.client.jar", "localhost", Integer.toString(server.port()))) {
            client.isPiped("/setname bot\n/private ann hi\ndone\n/quit\n");

            ann.reads("bot(private): hi");
            ann.reads("bot: done");
            assertThat(client.exitCode()).isZero();
            assertThat(client.err()).isEmpty();
            assertThat(server.err()).isEmpty();
        }
    }
}
