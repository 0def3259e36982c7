package chat.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.fuzz.WebTap.Heard;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.net.web.WebTerminal;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes at all at the door for browsers, from HTTP to lines and back. A {@code |} is where a packet ends and is not sent
 * itself; a packet that begins with {@code ~} has what follows the next byte as often as that says. Where an input begins
 * with {@code !}, the WebSocket is open already.
 */
class WebFuzzTest {
    private static final byte OPEN = '!';
    private static final byte REPEATED = '~';
    private static final int MOST_TIMES = 64;
    private static final byte[] HANDSHAKE = WebTerminal.HANDSHAKE.getBytes(ISO_8859_1);

    /** A frame and a line that have begun, in the capacities that Netty grows buffers to. */
    private static final long KEPT = 64 * 1024;

    /** Nobody who says nothing stays so long. */
    private static final int MOST_MINUTES = 3;

    @DictionaryFile(resourcePath = "web.dict")
    @Timeout(20)
    @FuzzTest
    void shouldTakeWhatABrowserSendsWhereverPacketsEnd(byte[] data) {
        boolean open = data.length > 0 && data[0] == OPEN;
        List<byte[]> packets = packets(open ? Arrays.copyOfRange(data, 1, data.length) : data);
        byte[] stream = Packets.joined(packets, 1);
        try (LogWatch log = new LogWatch()) {
            if (open) {
                checkFrames(stream, packets);
            } else {
                checkRequests(stream, packets);
            }
            live(open, packets, true);
            live(open, packets, false);
            log.check();
        }
    }

    private static List<byte[]> packets(byte[] data) {
        List<byte[]> packets = new ArrayList<>();
        for (byte[] packet : Packets.of(data)) {
            if (packet.length > 2 && packet[0] == REPEATED) {
                byte[] repeated = Arrays.copyOfRange(packet, 2, packet.length);
                int times = (packet[1] & (MOST_TIMES - 1)) + 1;
                packets.add(Packets.joined(Collections.nCopies(times, repeated), 1));
            } else {
                packets.add(packet);
            }
        }
        return packets;
    }

    /** What is said is what the frames mean, and so is what is answered. */
    private static void checkFrames(byte[] stream, List<byte[]> packets) {
        FrameStream meant = FrameStream.of(stream);
        Heard expected = new Heard(meant.lines(), List.of(101), meant.answers());
        assertThat(heard(HANDSHAKE, List.of(stream))).isEqualTo(expected);
        assertThat(heard(HANDSHAKE, packets)).as("in packets").isEqualTo(expected);
        assertThat(heard(HANDSHAKE, Packets.smallest(stream)))
                .as("in the smallest packets")
                .isEqualTo(expected);
    }

    /** The answers do not depend on packets; who does not wait for the answer to a handshake is cut before any line is taken. */
    private static void checkRequests(byte[] stream, List<byte[]> packets) {
        Heard byByte;
        Heard expected = null;
        try (WebTap tap = new WebTap()) {
            for (int i = 0; i < stream.length; i++) {
                tap.send(new byte[] {stream[i]}, KEPT);
                if (expected == null && tap.isSocket()) {
                    FrameStream meant = FrameStream.of(Arrays.copyOfRange(stream, i + 1, stream.length));
                    expected = new Heard(meant.lines(), List.of(), meant.answers());
                }
            }
            byByte = tap.end();
        }
        if (expected == null) {
            assertThat(byByte.lines()).isEmpty();
            assertThat(heard(new byte[0], List.of(stream))).isEqualTo(byByte);
            assertThat(heard(new byte[0], packets)).as("in packets").isEqualTo(byByte);
        } else {
            assertThat(byByte.lines()).isEqualTo(expected.lines());
            assertThat(byByte.answers()).isEqualTo(expected.answers());
            assertThat(heard(new byte[0], List.of(stream)).lines()).isIn(List.of(), expected.lines());
            assertThat(heard(new byte[0], packets).lines()).as("in packets").isIn(List.of(), expected.lines());
        }
    }

    private static Heard heard(byte[] before, List<byte[]> packets) {
        try (WebTap tap = new WebTap()) {
            tap.send(before, KEPT);
            for (byte[] packet : packets) {
                tap.send(packet, packet.length + KEPT);
            }
            return tap.end();
        }
    }

    /** The same to a whole server, which does what the lines say, while somebody else is there. */
    private static void live(boolean open, List<byte[]> packets, boolean reading) {
        Counted memory = new Counted();
        WebTranscript transcript = new WebTranscript();
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal bob = chat.join("bob");
            Transcript read = new Transcript();
            Terminal browser = WebTerminal.http(chat);
            browser.channel().config().setAllocator(memory.allocator());
            browser.send(open ? HANDSHAKE : new byte[0]);
            transcript.take(browser.bytes());
            if (!reading) {
                browser.stopReading();
            }
            for (byte[] packet : packets) {
                if (browser.channel().isOpen() && browser.channel().config().isAutoRead()) {
                    browser.send(packet);
                    transcript.take(browser.bytes());
                    read.take(bob.bytes());
                    assertThat(browser.waitingBytes()).isLessThan(KEPT);
                }
            }
            browser.startReading();
            for (int i = 0; i < MOST_MINUTES * 6; i++) {
                chat.pass(10_000);
                transcript.take(browser.bytes());
                read.take(bob.bytes());
            }
            assertThat(browser.channel().isOpen()).isFalse();
            assertThat(chat.registry().active()).as("sessions").isEqualTo(1);
        }
        assertThat(memory.used()).as("bytes that were not released").isZero();
    }
}
