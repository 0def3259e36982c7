package chat.server.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ports to listen on. */
public final class PortChecks {
    /** How long a program that listens there may take to say who it is, in milliseconds. */
    private static final int PATIENCE = 1000;

    private final String bind;
    private final boolean isRunning;
    private final Optional<String> proxyHeader;

    /**
     * Looks on one machine.
     *
     * @param bind the address to listen on; empty for all
     * @param isRunning whether a server uses the data directory, so that it has taken its ports
     * @param proxied whether only proxies connect from this machine
     */
    public PortChecks(String bind, boolean isRunning, boolean proxied) {
        this.bind = bind;
        this.isRunning = isRunning;
        this.proxyHeader = proxied ? Optional.of("PROXY TCP4 127.0.0.1 127.0.0.1 1 1\r\n") : Optional.empty();
    }

    /**
     * Looks at one port.
     *
     * @param flag the flag that chooses it
     * @param port its number; 0 for any free one
     * @return what came out
     */
    public Finding of(String flag, int port) {
        String what = flag + ": port " + port;
        if (port == 0) {
            return Finding.ok(flag + ": any free port");
        }
        InetSocketAddress address = bind.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(bind, port);
        if (address.isUnresolved()) {
            return Finding.fail(what + ": there is no address " + bind, "choose another one with --bind");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return isRunning
                    ? Finding.warn(
                            what + " is free, although a server is running", "give doctor the server's own flags")
                    : Finding.ok(what + " is free");
        } catch (BindException e) {
            return String.valueOf(e.getMessage()).contains("in use")
                    ? taken(what, flag, address)
                    : Finding.fail(what + ": " + e.getMessage(), "choose another address with --bind");
        } catch (IOException e) {
            return Finding.fail(what + ": " + e.getMessage(), "choose another one with " + flag);
        }
    }

    private Finding taken(String what, String flag, InetSocketAddress address) {
        if (!isChatServer(address)) {
            return Finding.fail(what + " is taken by another program", "stop it, or choose another port with " + flag);
        }
        return isRunning
                ? Finding.ok(what + " is taken by the running server")
                : Finding.fail(
                        what + " is taken by a chat server that uses another data directory",
                        "stop it, or choose another port with " + flag);
    }

    /** It greets whoever connects, or says that this port speaks TLS, or is for browsers. */
    private boolean isChatServer(InetSocketAddress address) {
        InetAddress target =
                address.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address.getAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target, address.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            if (proxyHeader.isPresent()) {
                socket.getOutputStream().write(proxyHeader.get().getBytes(ISO_8859_1));
            }
            String line = line(in);
            if (line == null) {
                socket.getOutputStream().write("/quit\r\n".getBytes(ISO_8859_1));
                line = line(in);
            }
            if (line != null && line.startsWith("HTTP/1.1 400")) {
                return in.lines().anyMatch(more -> more.startsWith("This port is for web browsers"));
            }
            return line != null
                    && (line.startsWith("Welcome to ClientMessageSystem") || line.startsWith("This port speaks TLS"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** What it says; null if it waits. */
    private static @Nullable String line(BufferedReader in) throws IOException {
        try {
            return in.readLine();
        } catch (SocketTimeoutException e) {
            return null;
        }
    }
}
