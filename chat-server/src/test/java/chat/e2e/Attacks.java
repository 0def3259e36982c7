package chat.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** What can be done to a server, more or less often. */
final class Attacks {
    static final byte[] HTTP = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8);
    static final byte[] PROXY_V1 = "PROXY TCP4 192.0.2.7 192.0.2.1 40422 8090\r\n/setname root\r\n".getBytes(UTF_8);
    static final byte[] PROXY_V2 =
            "\r\n\r\n\0\r\nQUIT\n!\u0011\0\u000c\u00c0\0\u0002\u0007\u00c0\0\u0002\u0001\u009d\u00e6\u001f\u009a"
                    .getBytes(ISO_8859_1);

    /** How many are connected at a time. */
    private static final int WAVE = 100;

    private final BesiegedServer server;

    Attacks(BesiegedServer server) {
        this.server = server;
    }

    /** Connects to a port again and again, sends something there, and waits for the end. */
    void send(byte[] bytes, int count, String from, int port) {
        for (int done = 0; done < count; done += WAVE) {
            List<Attacker> wave = server.connect(Math.min(WAVE, count - done), from, port);
            wave.forEach(attacker -> attacker.sends(bytes));
            BesiegedServer.await(wave, attacker -> !attacker.reads());
            wave.forEach(Attacker::close);
        }
    }

    /** Begins to say something, ends its own direction, and cuts the connection. */
    void halfCloseAndReset(int count, String from) {
        IntStream.range(0, count).forEach(i -> {
            Attacker attacker = Attacker.connects(server.port(), from);
            attacker.sends("/setname half" + i + "\n/allusers\nhello\n/cm");
            attacker.endsInput();
            if (i % 3 == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1)); // so that some are in the middle
            }
            attacker.resets();
        });
    }

    /** Connects and is gone, with a reset or without, from the addresses 127.9.NETWORK.1 and on. */
    void vanish(int count, int network) {
        IntStream.range(0, count).forEach(i -> {
            // the system keeps the ports of an address for a while
            String from = "127.9." + network + "." + (1 + i / 2000);
            Attacker attacker = Attacker.connects(server.port(), from);
            if (i % 2 == 0) {
                attacker.resets();
            }
            attacker.close();
        });
    }

    /** Takes names, writes as fast as it goes, and waits for the end. */
    void flood(int count, String from) {
        String lines = "flood\n".repeat(500);
        List<Attacker> flood = server.connect(count, from);
        flood.forEach(attacker -> attacker.sends("/setname flood" + flood.indexOf(attacker) + "\n"));
        BesiegedServer.await(flood, attacker -> {
            attacker.sends(lines);
            return !attacker.reads();
        });
    }

    /** Takes names, writes more than may be taken for a minute, and is gone. */
    void leaveAFloodBehind(int count, String from) {
        String lines = "flood\n".repeat(365);
        IntStream.range(0, count).forEach(i -> {
            Attacker attacker = server.connect(1, from).get(0); // kept: with the greeting unread, a close were a reset
            attacker.sends("/setname ghost" + i + "\n" + lines);
            attacker.endsInput();
        });
    }

    /** Takes a name, asks for everything for some time, and reads nothing. */
    void askAndNotRead(int count, long millis) {
        String everything = "/allusers\n/cmd\n".repeat(250);
        List<Attacker> mute = server.keep(IntStream.range(0, count)
                .mapToObj(i -> Attacker.connects(server.port(), "127.9." + (100 + i / 200) + ".1", 2048))
                .toList());
        IntStream.range(0, mute.size()).forEach(i -> mute.get(i).sends("/setname mute" + i + "\n"));
        Attacker.goesOn(millis, () -> mute.forEach(attacker -> attacker.sends(everything)));
    }

    /** Completes handshakes of TLS, and cuts each of the connections at once: every other one with a reset. */
    void shakeHandsAndCut(int count, String from) {
        IntStream.range(0, count).parallel().forEach(i -> {
            try (Socket socket = new Socket()) {
                socket.bind(new InetSocketAddress(from, 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.tlsPort()));
                Door.tls(() -> socket).open();
                socket.setSoLinger(i % 2 == 0, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The first that a client of TLS sends. */
    static byte[] clientHello() {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 8443);
            engine.setUseClientMode(true);
            ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(ByteBuffer.allocate(0), hello);
            byte[] bytes = new byte[hello.flip().remaining()];
            hello.get(bytes);
            return bytes;
        } catch (NoSuchAlgorithmException | SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
