package chat.bench.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, on the class path of this one. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile(".* Listening on port (\\d+) .*");
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final int port;
    private final double startMillis;

    /** Starts it, and waits until it listens. */
    ServerProcess(Path directory) throws IOException {
        long begun = System.nanoTime();
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "chat.server.ChatServerMain",
                        "--port=0",
                        "--bind=127.0.0.1",
                        "--no-limits",
                        "--data=" + directory))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(UTF_8);
        port = port(out);
        startMillis = (System.nanoTime() - begun) / 1e6;
        Thread drain = new Thread(() -> drain(out), "server's output");
        drain.setDaemon(true);
        drain.start();
    }

    private static int port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                return Integer.parseInt(listening.group(1));
            }
        }
        throw new IOException("the server did not start");
    }

    private static void drain(Reader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it has ended
        }
    }

    int port() {
        return port;
    }

    /** From the command until it listened, in milliseconds. */
    double startMillis() {
        return startMillis;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
