package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server as they were before {@code /format}, for one person at a time. */
final class PlainServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> said = new CopyOnWriteArrayList<>();

    PlainServer() throws IOException {
        Thread thread = new Thread(this::accept, "plain server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What was said to the room, commands that it does not know not among it. */
    List<String> said() {
        return List.copyOf(said);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                serve(socket);
            } catch (IOException e) {
                // the other side has gone, or the test is over
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        PrintStream out = new PrintStream(socket.getOutputStream(), true, UTF_8);
        out.print("Welcome to ClientMessageSystem.\r\n");
        out.print("Please choose a name: type /setname NAME and press Enter.\r\n");
        boolean named = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("/quit")) {
                out.print("You have left the chat\n");
            } else if (words[0].equals("/setname")) {
                named = true;
                out.print("Name accepted: you are " + words[1] + ". Type something; /cmd lists the commands.\n");
            } else if (!named) {
                out.print("Please choose a name: type /setname NAME and press Enter.\n");
            } else if (line.startsWith("/")) {
                out.print("There is no command " + words[0] + "; did you mean /quit?\n");
            } else {
                said.add(line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
