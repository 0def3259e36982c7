package chat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import chat.fuzz.Wiretap.Heard;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/**
 * Any bytes at all on a plain connection, through the telnet filter and the line decoder. The first byte says how often
 * the others come, so that long lines need no long input; a {@code |} is where a packet ends and is not sent itself.
 */
class TelnetFuzzTest {
    private static final int MOST_TIMES = 64;
    private static final int IAC = 255;

    /** More than the longest sub-negotiation that the filter takes for one. */
    private static final byte[] PATIENCE = ("x".repeat(1100) + "\n").getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LAST = "the last line\n".getBytes(StandardCharsets.US_ASCII);

    /** A line that has begun, in the capacity that Netty grows a buffer to. */
    private static final long LINE_KEPT = 4L * Limits.MAX_LINE_BYTES;

    @DictionaryFile(resourcePath = "telnet.dict")
    @Timeout(20)
    @FuzzTest
    void shouldHearTheSameLinesWhereverPacketsEnd(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int times = (data[0] & (MOST_TIMES - 1)) + 1;
        List<byte[]> packets = Packets.of(Arrays.copyOfRange(data, 1, data.length));
        byte[] stream = Packets.joined(packets, times);

        try (LogWatch log = new LogWatch()) {
            check(stream, packets, times);
            log.check();
        }
    }

    private static void check(byte[] stream, List<byte[]> packets, int times) {
        Heard whole = heard(List.of(stream), 1);
        assertThat(heard(packets, times)).as("in packets").isEqualTo(whole);
        assertThat(heard(Packets.smallest(stream), 1))
                .as("in the smallest packets")
                .isEqualTo(whole);
        assertThat(whole.lines()).endsWith("the last line");
        if (isRaw(stream)) {
            assertThat(whole).isEqualTo(new Heard(expected(stream), List.of(), false));
        }
    }

    /** Whatever came before, somebody who goes on typing is heard again. */
    private static Heard heard(List<byte[]> packets, int times) {
        try (Wiretap wiretap = new Wiretap()) {
            for (int n = 0; n < times; n++) {
                for (byte[] packet : packets) {
                    wiretap.send(packet, packet.length + LINE_KEPT);
                }
            }
            wiretap.send(PATIENCE, PATIENCE.length + LINE_KEPT);
            wiretap.send(LAST, LINE_KEPT);
            return wiretap.end();
        }
    }

    private static boolean isRaw(byte[] stream) {
        for (byte b : stream) {
            if ((b & 0xff) == IAC) {
                return false;
            }
        }
        return true;
    }

    /** What a stream without telnet in it means, in the simplest words. */
    private static List<String> expected(byte[] stream) {
        String text = new String(stream, StandardCharsets.ISO_8859_1)
                .concat(new String(PATIENCE, StandardCharsets.US_ASCII))
                .concat(new String(LAST, StandardCharsets.US_ASCII))
                .replace("\r\0", "\r\n")
                .replace("\0", "");
        return PlainLines.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
