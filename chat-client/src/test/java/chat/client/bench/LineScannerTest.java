package chat.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineScannerTest {
    private static final String BYTES = "one\r\n\ntwo\n\r\na\rb\r\nthree four\n";
    private static final List<String> LINES = List.of("one", "", "two", "", "a\rb", "three four");

    @Test
    void shouldFindTheSameLinesWhereverTheyAreCut() {
        for (int first = 0; first <= BYTES.length(); first++) {
            for (int second = first; second <= BYTES.length(); second++) {
                List<String> lines =
                        scan(BYTES.substring(0, first), BYTES.substring(first, second), BYTES.substring(second));
                assertThat(lines).as("cut at %d and %d", first, second).isEqualTo(LINES);
            }
        }
    }

    @Test
    void shouldFindThemByteByByte() {
        assertThat(scan(BYTES.split(""))).isEqualTo(LINES);
    }

    @Test
    void shouldNotShowALineThatHasNotEnded() {
        assertThat(scan("whole\nbeg", "un")).containsExactly("whole");
    }

    @Test
    void shouldRefuseALineThatNeverEnds() {
        assertThatThrownBy(() -> scan("0123456789", "0123456789")).hasMessageContaining("more than 16 bytes");
    }

    private static List<String> scan(String... reads) {
        LineScanner scanner = new LineScanner(16);
        List<String> lines = new ArrayList<>();
        for (String read : reads) {
            ByteBuf bytes = Unpooled.copiedBuffer("##" + read, US_ASCII).skipBytes(2); // not from index 0
            scanner.scan(bytes, (in, start, end) -> lines.add(in.toString(start, end - start, US_ASCII)));
        }
        return lines;
    }
}
