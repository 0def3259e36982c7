package chat.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.common.event.Event;
import chat.common.event.Goodbye;
import chat.common.event.Message;
import chat.common.event.Received;
import chat.common.wire.JsonLines;
import chat.common.wire.MalformedLineException;
import chat.e2e.TestServer.Entrance;
import chat.server.ChatServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A browser that reads less than its room says: whatever the socket took of a frame, what follows is the rest of it. */
@ParameterizedClass
@EnumSource(
        value = Entrance.class,
        names = {"WEB", "WEB_AND_TLS"})
class SlowPageTest {
    /** Together 5.6 MB, which is more than two sockets hold, and less than the room remembers: of the log it is 3.5 MB. */
    private static final int LINES = 11_000;

    /** The system doubles it; what it cannot hold stays with the server. */
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private static final long GRACE_NANOS = 1_000_000_000L;

    @Parameter
    private Entrance entrance;

    private final Random random = new Random(8);
    private final List<String> said = new ArrayList<>();
    private ChatServer server;
    private WebSocketLink slow;
    private Person ann;

    @BeforeEach
    void comeIn() throws IOException {
        server = entrance.start();
        slow = joins("slow");
        ann = Person.joins("ann", server.address().getPort());
    }

    @AfterEach
    void leave() throws IOException {
        ann.close();
        slow.close();
        server.close();
    }

    /** Is in the room when this returns: who comes in later has not heard its first lines. */
    private WebSocketLink joins(String name) throws IOException {
        WebSocketLink link = link();
        link.send(("@1 /setname " + name).getBytes(UTF_8));
        boolean named = false;
        while (!named) {
            named = link.next()
                    .lines()
                    .anyMatch(line -> "1".equals(received(line).tag()));
        }
        return link;
    }

    private WebSocketLink link() throws IOException {
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                server.webAddress().orElseThrow().getPort());
        Door small = () -> {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.connect(address);
            return socket;
        };
        return new WebSocketLink((entrance == Entrance.WEB ? small : Door.tls(small)).open());
    }

    @Test
    void shouldGetEachLineOnceAndInOrderInWholeFrames() throws IOException {
        List<WebSocketLink> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(joins("other" + i));
        }
        for (int i = 0; i < LINES; i++) {
            say();
            if (i % 40 == 0) {
                slow.ping();
                slow.send(("@" + i + " /ping").getBytes(UTF_8));
            }
        }
        assertThat(heard(slow)).isEqualTo(said);
        for (WebSocketLink other : others) {
            assertThat(heard(other)).isEqualTo(said);
            other.close();
        }
    }

    @Test
    void shouldGetAllThatIsWrittenBeforeTheEndOfTheConnection() throws Exception {
        for (int i = 0; i < LINES; i++) {
            say();
        }
        ann.roundTrip();
        Thread stop = new Thread(server::close, "stop");
        long since = System.nanoTime();
        stop.start();
        assertThat(ann.inbox().ends()).isTrue(); // so that the server has done with the slow one, too, or does just now
        try {
            readToTheEnd();
        } catch (EOFException e) {
            // what is not read within the second of grace is cut off, wherever that is
            assumeTrue(System.nanoTime() - since < GRACE_NANOS, "this machine has too much else to do");
            throw e;
        }
        stop.join();
    }

    private void readToTheEnd() throws IOException {
        boolean ended = false;
        int next = 0;
        for (String message = slow.next(); message != null; message = slow.next()) {
            for (String line : message.lines().toList()) {
                Event event = received(line).event();
                ended |= event instanceof Goodbye;
                if (event instanceof Message text) {
                    assertThat(text.text()).isEqualTo(said.get(next++));
                }
            }
        }
        assertThat(ended).as("said goodbye").isTrue();
        assertThat(slow.endsCleanly()).isTrue();
    }

    /** Of all the lengths that a frame's header writes in its own way. */
    private void say() {
        String text =
                said.size() + " " + "€".repeat(random.nextInt(10) == 0 ? random.nextInt(1300) : random.nextInt(140));
        text = text.strip();
        said.add(text);
        ann.types(text);
    }

    /** Until the last line that was said; of a room that remembers all of it, nothing is skipped. */
    private List<String> heard(WebSocketLink link) throws IOException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < said.size()) {
            String message = link.next();
            assertThat(message)
                    .as("behind " + heard.size() + " lines")
                    .isNotNull()
                    .endsWith("\n");
            for (String line : message.lines().toList()) {
                if (received(line).event() instanceof Message text) {
                    heard.add(text.text());
                }
            }
        }
        return heard;
    }

    private static Received received(String line) {
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new AssertionError(line, e);
        }
    }
}
