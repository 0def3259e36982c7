package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** One connection of a program that reads JSON, over a real socket. One thread. */
final class JsonProgram implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    JsonProgram(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Inbox.PATIENCE.toMillis());
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        send("/format json");
    }

    void send(String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    /** The next event; waits for it. */
    Received next() throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) { // the greeting
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the server has closed the connection");
        }
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new UncheckedIOException(new IOException(line, e));
        }
    }

    /** The answer to a line with a tag, past everything else. */
    Received answer(String tag) throws IOException {
        Received received = next();
        while (!tag.equals(received.tag())) {
            received = next();
        }
        return received;
    }

    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
