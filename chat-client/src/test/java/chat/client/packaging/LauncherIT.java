package chat.client.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the build leaves in {@code target}, used as people use it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private final Path target = Path.of("target").toAbsolutePath();
    private final Path launcher = target.resolve("bin/chat-client");
    private final Path archive = target.resolve("lib/chat-client.jsa");

    @TempDir
    private Path directory;

    @BeforeEach
    void findIt() {
        assertThat(launcher).isExecutable();
    }

    @Test
    void shouldStartTheClient() throws IOException, InterruptedException {
        assertThat(run(Map.of(), launcher.toString(), "--version")).startsWith("chat-client ");
    }

    @Test
    void shouldStartThroughSymbolicLinks() throws IOException, InterruptedException {
        Path far = Files.createSymbolicLink(directory.resolve("far"), launcher);
        Path near = Files.createSymbolicLink(directory.resolve("near"), Path.of("far"));
        assertThat(run(Map.of(), far.toString(), "--version")).startsWith("chat-client ");
        assertThat(run(Map.of(), near.toString(), "--version")).startsWith("chat-client ");
        assertThat(run(Map.of(), "sh", "-c", "cd '" + directory + "' && ./near --version"))
                .startsWith("chat-client ");
        assertThat(run(Map.of("PATH", directory + ":" + System.getenv("PATH")), "near", "--version"))
                .startsWith("chat-client ");
    }

    @Test
    void shouldSayThatThereIsNoJava() throws IOException, InterruptedException {
        assertThat(Shell.run(Map.of("PATH", directory.toString(), "JAVA_HOME", ""), "/bin/sh", launcher.toString()))
                .contains("chat-client needs Java 17 or newer");
    }

    @Test
    void shouldPassArgumentsOnAsTheyAre() throws IOException, InterruptedException {
        assertThat(run(Map.of("LC_ALL", "C"), launcher.toString(), "--timeout", "a  b * ü"))
                .startsWith("--timeout: a  b * ü (");
    }

    @Test
    void shouldTakeClassesFromTheArchive() throws IOException, InterruptedException {
        assumeTrue(Files.exists(archive), "this Java made no archive");
        String log = run(
                Map.of(),
                java().toString(),
                "-XX:SharedArchiveFile=" + archive,
                "-Xshare:auto",
                "-Xlog:class+load",
                "-jar",
                target.resolve("chat-client.jar").toString(),
                "--version");
        assertThat(log.lines())
                .anyMatch(line -> line.contains("chat.client.ChatClientMain source: shared objects file"))
                .anyMatch(line -> line.contains("picocli.CommandLine source: shared objects file"));
    }

    @Test
    void shouldStartWithAnotherJavaThanTheOneThatMadeTheArchive() throws IOException, InterruptedException {
        String other = System.getenv("JAVA_25_HOME");
        assumeTrue(other != null, "no JDK 25 is known here");
        assertThat(Shell.run(Map.of("JAVA_HOME", other), launcher.toString(), "--version")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("chat-client ");
    }

    @Test
    void shouldComeWithManualPagesAndCompletion() {
        assertThat(target.resolve("share/man/man1/chat-client.1")).content().contains("\\fB\\-\\-send\\fR");
        assertThat(target.resolve("share/man/man1/chat-client-bench.1"))
                .content()
                .contains("\\fB\\-\\-members\\fR");
        assertThat(target.resolve("share/bash-completion/completions/chat-client"))
                .content()
                .contains("--send");
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin/java");
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Map<String, String> variables =
                new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CONFIG_HOME", "/nowhere"));
        variables.putAll(environment);
        return Shell.run(variables, command);
    }
}
