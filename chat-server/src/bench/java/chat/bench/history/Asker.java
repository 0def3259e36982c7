package chat.bench.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;

/** A program that asks a server, and reads on until it has the answer. */
final class Asker implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;
    private int asked;

    /** Connects. */
    Asker(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        send("/format json");
        await(line -> line.contains("\"event\":\"format\""));
    }

    /** Takes a name, and has read what the lobby said before. */
    void join(String name) throws IOException {
        send("/setname " + name);
        await(line -> line.contains("\"event\":\"replayed\""));
    }

    /** Comes into a room, and has read what was said there before. */
    void joinRoom(String room) throws IOException {
        send("/join " + room);
        await(line -> line.contains("\"event\":\"replayed\""));
    }

    /** The answer to a line, behind all that belongs to it. */
    String ask(String line) throws IOException {
        String tag = "t" + asked++;
        send("@" + tag + " " + line);
        return await(answer -> answer.contains("\"tag\":\"" + tag + "\""));
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
    }

    private String await(Predicate<String> end) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (end.test(line)) {
                return line;
            }
        }
        throw new IOException("the server hung up");
    }

    /** Reads on without looking, until it hangs up. */
    void drain() {
        try {
            await(line -> false);
        } catch (IOException e) {
            // the end
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
