package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One of the built jars as a process: what it is given to read, what it prints, and how it ends. */
final class Program implements AutoCloseable {
    private static final Set<String> COMMANDS = Set.of("admin", "backup", "doctor", "export", "import");

    private static final Pattern LISTENING = Pattern.compile("Listening (?:for TLS )?on port (\\d+) ");
    private static final Pattern PAGE = Pattern.compile(":(\\d+)/$");

    private final Process process;
    private final Lines out;
    private final Lines err;

    private Program(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            Map<String, String> variables = builder.environment();
            variables.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
            // what whoever runs the tests has set for themselves
            variables.keySet().removeIf(name -> name.startsWith("CHAT_"));
            variables.put("XDG_CONFIG_HOME", "/nowhere");
            variables.putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = new Lines(process.getInputStream());
        err = new Lines(process.getErrorStream());
    }

    static Program server(String... arguments) {
        return new Program(command(thisJava(), "chat.server.jar", arguments), Map.of());
    }

    /** Any program. */
    static Program any(List<String> command) {
        return new Program(command, Map.of());
    }

    /**
     * A server whose heap has a bound.
     *
     * @param options further ones for the JVM
     */
    static Program server(String heap, List<String> options, List<String> arguments) {
        List<String> command = command(thisJava(), "chat.server.jar", arguments.toArray(new String[0]));
        command.remove("-XX:TieredStopAtLevel=1"); // under load the better compiler pays
        command.add(1, "-Xmx" + heap);
        command.addAll(1, options);
        return new Program(command, Map.of());
    }

    /** The memory it takes, in bytes; what the system has for it besides is not in it. */
    long residentBytes() {
        return memory("VmRSS");
    }

    /** The most memory it ever took, in bytes. */
    long peakBytes() {
        return memory("VmHWM");
    }

    private long memory(String kind) {
        try {
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
            Matcher bytes = Pattern.compile(kind + ":\\s+(\\d+) kB").matcher(status);
            assertThat(bytes.find()).isTrue();
            return Long.parseLong(bytes.group(1)) << 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the JVM look for garbage, and find all of it. */
    void collectsGarbage() throws IOException, InterruptedException {
        String jcmd = thisJava().resolve("bin/jcmd").toString();
        Process collection = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run").start();
        collection.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(collection.waitFor()).isZero();
    }

    static Program client(String... arguments) {
        return new Program(command(thisJava(), "chat.client.jar", arguments), Map.of());
    }

    /** The client with some environment variables of its own. */
    static Program client(Map<String, String> environment, String... arguments) {
        return new Program(command(thisJava(), "chat.client.jar", arguments), environment);
    }

    /** Another program of this machine. */
    static Program other(String... command) {
        return new Program(List.of(command), Map.of());
    }

    static Path thisJava() {
        return Path.of(System.getProperty("java.home"));
    }

    static Program run(Path javaHome, String jar, String... arguments) {
        return new Program(command(javaHome, jar, arguments), Map.of());
    }

    /** How a jar is started; the compiler flag only saves the tests some time. */
    static List<String> command(Path javaHome, String jar, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-jar");
        command.add(System.getProperty(jar));
        command.addAll(List.of(arguments));
        if (jar.equals("chat.server.jar") && !command.contains("--data") && !isCommand(arguments)) {
            command.add("--ephemeral"); // tests keep nothing, unless they are about that
        }
        if (jar.equals("chat.server.jar") && !command.contains("--web-port") && !isCommand(arguments)) {
            command.add("--no-web"); // its port is one for all servers of this machine
        }
        return command;
    }

    private static boolean isCommand(String... arguments) {
        return Stream.of(arguments).anyMatch(COMMANDS::contains);
    }

    /** The port that a server says it listens on. */
    int port() {
        String line = await("Listening on");
        return portIn(line);
    }

    /** The port that a server says it speaks TLS on. */
    int tlsPort() {
        return portIn(await("Listening for TLS on"));
    }

    /** The port that a server says it serves the page on. */
    int webPort() {
        String line = await("The page for browsers: ");
        Matcher url = PAGE.matcher(line);
        assertThat(url.find()).as("a port in: %s", line).isTrue();
        return Integer.parseInt(url.group(1));
    }

    static int portIn(String text) {
        Matcher listening = LISTENING.matcher(text);
        assertThat(listening.find()).as("a port in: %s", text).isTrue();
        return Integer.parseInt(listening.group(1));
    }

    /** The first line printed that contains the text. */
    String await(String text) {
        return await(out, text);
    }

    /** The first line on standard error that contains the text. */
    String awaitError(String text) {
        return await(err, text);
    }

    private static String await(Lines where, String text) {
        return Awaitility.await("output with \"" + text + "\"")
                .atMost(Inbox.PATIENCE)
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> where.with(text), line -> !line.isEmpty());
    }

    /** Gives it something to read. */
    void types(String text) {
        try {
            process.getOutputStream().write(text.getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it this and then the end of its input. */
    void isPiped(String text) {
        types(text);
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody reads what it prints any more. */
    void isNotReadAnyMore() throws IOException {
        process.getInputStream().close();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(Inbox.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the program ends; it printed %s and %s", out.all(), err.all())
                .isTrue();
        out.awaitEnd();
        err.awaitEnd();
        return process.exitValue();
    }

    List<String> out() {
        return out.all();
    }

    List<String> err() {
        return err.all();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Collects what a process prints. */
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Lines(InputStream in) {
            reader = new Thread(() -> read(in), "output");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream in) {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(in, UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    synchronized (lines) {
                        lines.add(line);
                    }
                }
            } catch (IOException e) {
                // the process was ended by the test
            }
        }

        void awaitEnd() throws InterruptedException {
            reader.join(Inbox.PATIENCE.toMillis());
        }

        List<String> all() {
            synchronized (lines) {
                return List.copyOf(lines);
            }
        }

        String with(String text) {
            return all().stream()
                    .filter(line -> line.contains(text))
                    .findFirst()
                    .orElse("");
        }
    }
}
