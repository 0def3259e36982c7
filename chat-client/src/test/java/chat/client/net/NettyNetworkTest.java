package chat.client.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.client.tls.Encryption;
import chat.client.tls.KnownServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NettyNetworkTest {
    /** Writes down what happens. */
    private static final class Notes implements WireEvents {
        private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return String.valueOf(notes.poll(10, TimeUnit.SECONDS));
        }

        @Override
        public void opened() {
            notes.add("opened");
        }

        @Override
        public void line(String line) {
            notes.add("line " + line);
        }

        @Override
        public void lineTooLong() {
            notes.add("too long");
        }

        @Override
        public void writable() {
            notes.add("writable");
        }

        @Override
        public void closed(@Nullable Throwable cause) {
            notes.add("closed: " + Reasons.of(cause));
        }
    }

    private final Notes notes = new Notes();
    private final AtomicReference<Wire> wire = new AtomicReference<>();

    private void open(Network network, String host, int port) {
        network.execute(() -> wire.set(network.open(host, port, notes)));
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void shouldCarryLinesBothWays() throws IOException, InterruptedException {
        try (ServerSocket listener = listener();
                NettyNetwork network = new NettyNetwork()) {
            open(network, "127.0.0.1", listener.getLocalPort());
            try (Socket socket = listener.accept()) {
                assertThat(notes.next()).isEqualTo("opened");
                socket.getOutputStream().write("grüße\r\nhi\nrest".getBytes(StandardCharsets.UTF_8));
                assertThat(notes.next()).isEqualTo("line grüße");
                assertThat(notes.next()).isEqualTo("line hi");
                network.execute(() -> {
                    wire.get().write("one");
                    wire.get().write("two");
                    wire.get().flush();
                });
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(in.readLine()).isEqualTo("one");
                assertThat(in.readLine()).isEqualTo("two");
            }
            assertThat(notes.next()).isEqualTo("closed: the server closed the connection");
        }
    }

    @Test
    void shouldSayWhyThereIsNoConnection() throws IOException, InterruptedException {
        int free;
        try (ServerSocket listener = listener()) {
            free = listener.getLocalPort();
        }
        try (NettyNetwork network = new NettyNetwork()) {
            open(network, "127.0.0.1", free);
            assertThat(notes.next()).isEqualTo("closed: no server is listening there");
            open(network, "no such host", 1);
            assertThat(notes.next()).isEqualTo("closed: there is no such host");
        }
    }

    @Test
    void shouldTellAReset() throws IOException, InterruptedException {
        try (ServerSocket listener = listener();
                NettyNetwork network = new NettyNetwork()) {
            open(network, "127.0.0.1", listener.getLocalPort());
            Socket socket = listener.accept();
            assertThat(notes.next()).isEqualTo("opened");
            socket.setSoLinger(true, 0);
            socket.close();
            assertThat(notes.next()).isEqualTo("closed: the connection was reset");
        }
    }

    @Test
    void shouldBeSilentAboutAWireThatWasClosed() throws IOException, InterruptedException {
        try (ServerSocket listener = listener();
                NettyNetwork network = new NettyNetwork()) {
            open(network, "127.0.0.1", listener.getLocalPort());
            try (Socket socket = listener.accept()) {
                assertThat(notes.next()).isEqualTo("opened");
                network.execute(() -> wire.get().close());
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
        assertThat(notes.notes).isEmpty();
    }

    @Test
    void shouldEndItsThread() {
        NettyNetwork network = new NettyNetwork();
        network.close();
        assertThatThrownBy(() -> {
                    while (true) { // until it has ended
                        network.execute(() -> {});
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOf(RejectedExecutionException.class);
    }

    /** As a server does that is full: before TLS it cannot say so. */
    @Test
    void shouldSayWhyAServerMayCloseTheConnectionBeforeEncryptionBegins() throws Exception {
        for (boolean read : new boolean[] {false, true}) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    NettyNetwork network = new NettyNetwork(Encryption.to(
                            "127.0.0.1",
                            server.getLocalPort(),
                            new Encryption.Choice(null, null),
                            new KnownServers(Path.of("nowhere"))))) {
                open(network, "127.0.0.1", server.getLocalPort());
                try (Socket accepted = server.accept()) {
                    if (read) {
                        assertThat(accepted.getInputStream().readNBytes(5)).hasSize(5); // the rest makes it a reset
                    }
                }
                assertThat(notes.next())
                        .isEqualTo("closed: the server closed the connection before encryption began; it may be full,"
                                + " or you have connected too often. Please try again in a minute");
            }
        }
    }
}
