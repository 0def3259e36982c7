package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** A program that waits for each of its answers. */
final class Talker implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;
    private int tags;

    /** Under a name, or without one if that is empty. */
    Talker(Program server, String name) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        write("/format json\n" + (name.isEmpty() ? "" : "/setname " + name + "\n"));
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** The answer to a command. */
    Received asks(String command) throws IOException {
        String tag = "t" + ++tags;
        write("@" + tag + " " + command + "\n");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{")) {
                try {
                    Received received = JsonLines.parse(line);
                    if (tag.equals(received.tag())) {
                        return received;
                    }
                } catch (MalformedLineException e) {
                    throw new IOException(e);
                }
            }
        }
        throw new IOException("no answer to " + command);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
