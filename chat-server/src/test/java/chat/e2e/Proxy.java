package chat.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * A network between a client and a server that does what networks do: it stalls, both ways, for as long as it likes, and
 * resets connections. A connection that it has stalled keeps what it was carrying, and delivers it late.
 */
final class Proxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> clients = new HashSet<>();
    private final Set<Socket> servers = new HashSet<>();
    private final Set<Socket> lost = new HashSet<>();
    private int serverPort;
    private int connections;
    private boolean stalled;
    private boolean closed;

    /** Begins to carry connections to a server on this machine. */
    Proxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        inBackground(this::accept);
    }

    /** Where clients connect. */
    int port() {
        return listener.getLocalPort();
    }

    /** New connections go to another port from now on. */
    synchronized void leadsTo(int port) {
        serverPort = port;
    }

    /** Nothing moves, and nobody is told. Connections are accepted, but go no further. */
    synchronized void stalls() {
        stalled = true;
    }

    /** All moves again, and what was held back first. */
    synchronized void resumes() {
        stalled = false;
        notifyAll();
    }

    /** Every client's connection is reset, and the server never learns of it. */
    synchronized void losesClients() {
        lost.addAll(clients);
        clients.forEach(Proxy::reset);
        clients.clear();
    }

    private synchronized boolean isLost(Socket socket) {
        return lost.contains(socket);
    }

    /** Every connection is reset, on both sides. */
    synchronized void resets() {
        clients.forEach(Proxy::reset);
        clients.clear();
        servers.forEach(Proxy::reset);
        servers.clear();
    }

    /** How many connections there have been. */
    synchronized int connections() {
        return connections;
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                inBackground(() -> carry(client));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void carry(Socket client) {
        try {
            enter(clients, client);
            Socket server = new Socket(InetAddress.getLoopbackAddress(), awaitServer());
            enter(servers, server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            inBackground(() -> copy(server, client));
            copy(client, server);
        } catch (IOException | UncheckedIOException e) {
            reset(client); // the server refuses
        }
    }

    private synchronized void enter(Set<Socket> side, Socket socket) {
        side.add(socket);
        connections += side == clients ? 1 : 0;
    }

    private void copy(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                awaitServer();
                to.getOutputStream().write(bytes, 0, n);
            }
            awaitServer();
            to.shutdownOutput();
        } catch (IOException e) {
            awaitServer();
            if (!isLost(from)) {
                reset(to);
            }
        }
    }

    /** Waits while nothing moves; the server's port then. */
    private synchronized int awaitServer() {
        try {
            while (stalled && !closed) {
                wait();
            }
            return serverPort;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        listener.close();
        resets();
    }
}
