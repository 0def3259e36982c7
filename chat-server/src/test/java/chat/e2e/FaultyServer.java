package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that knows just enough of the protocol for the load generator, and makes one mistake with one receiver. */
final class FaultyServer implements AutoCloseable {
    /** What it does wrong. */
    enum Fault {
        LOSES,
        REPEATS,
        SWAPS,
        HANGS_UP
    }

    /** The message that goes wrong, early enough for others to follow. */
    private static final int WRONG = 50;

    private final Fault fault;
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Socket> members = new LinkedHashMap<>();
    private String held = "";
    private int messages;

    FaultyServer(Fault fault) throws IOException {
        this.fault = fault;
        inBackground(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "faulty server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                inBackground(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case "/setname" -> {
                        name = words[1];
                        join(name, socket);
                    }
                    case "/all" -> say(name, name + ": " + words[1] + "\n");
                    default -> write(socket, "You have left the chat\n");
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the other side has gone
        }
    }

    private synchronized void join(String name, Socket socket) {
        members.put(name, socket);
        write(socket, "Name accepted\n");
    }

    private synchronized void say(String author, String line) throws IOException {
        messages++;
        List<String> names = new ArrayList<>(members.keySet());
        names.remove(author);
        for (String name : names) {
            boolean victim = name.equals(names.get(0));
            write(members.get(name), victim ? spoiled(line, members.get(name)) : line);
        }
    }

    private String spoiled(String line, Socket victim) throws IOException {
        if (messages == WRONG + 1 && fault == Fault.SWAPS) {
            return line + held;
        }
        if (messages != WRONG) {
            return line;
        }
        held = line;
        return switch (fault) {
            case LOSES, SWAPS -> "";
            case REPEATS -> line + line;
            case HANGS_UP -> {
                victim.close();
                yield "";
            }
        };
    }

    private static void write(Socket socket, String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : members.values()) {
            socket.close();
        }
    }
}
