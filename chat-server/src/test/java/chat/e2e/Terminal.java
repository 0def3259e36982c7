package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A program on a real terminal, by way of tmux: keys go in, and what a person sees is looked at. */
final class Terminal implements AutoCloseable {
    /** Runs the arguments, then tells the exit code. Ctrl-C goes to every program on a terminal: this one stays. */
    private static final String TELL_THE_END = "trap : INT; \"$@\"; echo \"exit code $?.\"; exec cat";

    private static final Pattern END = Pattern.compile("exit code (\\d+)\\.");

    private final Path home;

    /** Starts a command in a terminal of its own. */
    Terminal(List<String> command) {
        this(command, List.of());
    }

    /** Starts a command with some more variables, each written {@code NAME=VALUE}. */
    Terminal(List<String> command, List<String> variables) {
        assumeTrue(installed("tmux") && installed(command.get(0)), "tmux or " + command.get(0) + " is not installed");
        try {
            home = Files.createTempDirectory("tty");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> start = new ArrayList<>(List.of("new-session", "-d", "-x", "100", "-y", "30"));
        start.addAll(List.of("env", "XDG_STATE_HOME=" + home.resolve("state"), "XDG_CONFIG_HOME=" + home));
        start.addAll(variables);
        start.addAll(List.of("sh", "-c", TELL_THE_END, "sh"));
        start.addAll(command);
        tmux(start.toArray(String[]::new));
    }

    Terminal(String... command) {
        this(List.of(command));
    }

    private static boolean installed(String program) {
        return program.startsWith("/")
                || Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** A line and Enter. */
    void types(String line) {
        tmux("send-keys", "-l", line);
        tmux("send-keys", "Enter");
    }

    /** Some keys, and no Enter. */
    void typesOnly(String text) {
        tmux("send-keys", "-l", text);
    }

    /** Pastes as a terminal does that says what is a paste. */
    void pastes(String text) {
        try {
            Files.writeString(home.resolve("paste"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tmux("load-buffer", home.resolve("paste").toString());
        tmux("paste-buffer", "-p", "-r");
    }

    void resizes(int columns, int rows) {
        tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** Where the cursor stands: column, row, both from 0. */
    List<Integer> cursor() {
        return Stream.of(tmux("display-message", "-p", "#{cursor_x} #{cursor_y}")
                        .trim()
                        .split(" "))
                .map(Integer::valueOf)
                .toList();
    }

    /** The rows that can be seen, as they are, but for blanks at their ends and empty rows at the end. */
    List<String> rows() {
        return tmux("capture-pane", "-p")
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    /** Waits until the lowest rows that are not empty are these. */
    void endsWith(String... rows) {
        List<String> expected = List.of(rows);
        Awaitility.await("a screen that ends with " + expected)
                .atMost(Inbox.PATIENCE)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(30, TimeUnit.MILLISECONDS)
                .untilAsserted(() -> assertThat(rows()).endsWith(rows));
    }

    /** All rows that can be seen, and those that have gone out at the top. */
    List<String> allRows() {
        return tmux("capture-pane", "-p", "-J", "-S", "-")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    /** The folder that the program here keeps its state in. */
    Path state() {
        return home.resolve("state");
    }

    /** A key as tmux calls it: {@code C-c}. */
    void presses(String key) {
        tmux("send-keys", key);
    }

    /** Waits until this can be seen, and returns all that can. */
    String shows(String text) {
        return Awaitility.await("a screen with \"" + text + "\"")
                .atMost(Inbox.PATIENCE)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(30, TimeUnit.MILLISECONDS)
                .until(this::screen, screen -> screen.contains(text));
    }

    /** What can be seen, with lines that are broken at the edge put together again. */
    String screen() {
        return tmux("capture-pane", "-p", "-J");
    }

    /** Keeps all that is written to the terminal from now on. */
    void records() {
        tmux("pipe-pane", "-O", "exec cat > '" + home.resolve("output") + "'");
    }

    /** What was written since {@link #records}, as it came. */
    String recordedText() {
        try {
            Path output = home.resolve("output");
            return Files.exists(output) ? Files.readString(output, UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its lines. */
    List<String> recorded() {
        return recordedText().lines().filter(line -> !line.isEmpty()).toList();
    }

    /** Sends a signal to the program that runs here. */
    void signal(String program, String signal) {
        long shell = Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").trim());
        ProcessHandle process = ProcessHandle.of(shell)
                .orElseThrow()
                .children()
                .filter(child -> child.info().command().orElse("").contains(program))
                .findFirst()
                .orElseThrow();
        run(List.of("kill", "-" + signal, Long.toString(process.pid())));
    }

    /** Waits until the program has ended. */
    int exitCode() {
        Matcher end = END.matcher(shows("exit code "));
        assertThat(end.find()).isTrue();
        return Integer.parseInt(end.group(1));
    }

    @Override
    public void close() {
        tmux("kill-server");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tmux(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-f", "/dev/null", "-S", home + "/socket"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().remove("TMUX");
            Process process = builder.start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, answer).isZero();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
