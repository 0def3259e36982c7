package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1\\r\\n, HTTP",
        "POST /setname HTTP/1.0\\r\\n, HTTP",
        "OPTIONS * HTTP/1.1\\r\\n, HTTP",
        "PRI * HTTP/2.0\\r\\n, HTTP",
        "CONNECT example.org:443 HTTP/1.1\\r\\n, HTTP",
        "\\26\\3\\1\\2\\0, TLS",
        "PROXY TCP4 192.0.2.7 192.0.2.8 1 2\\r\\n, PROXY",
        "PROXY UNKNOWN\\r\\n, PROXY",
        "\\r\\n\\r\\n\\0\\r\\nQUIT\\n\\41, PROXY",
        "GET some sleep\\n, TEXT",
        "GET lost with your HTTP\\n, TEXT",
        "GET HTTP/1.1\\r\\n, HTTP",
        "GET / HTTP HTTP/1.1\\r\\n, HTTP",
        "GET / HTTP/x HTTP/1\\r\\n, HTTP",
        "GETTING there\\n, TEXT",
        "PROXY war\\n, TEXT",
        "hello\\n, TEXT",
        "/setname ann\\n, TEXT",
        "\\r\\n/setname ann\\r\\n, TEXT",
        "\\377\\375\\3, TEXT",
        "\\26x, TEXT"
    })
    void shouldRecognizeWhatIsSpokenHoweverItIsCut(String escaped, Protocol expected) {
        byte[] all = escaped.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(guess(all, all.length)).as("in one packet").isEqualTo(expected);
        assertThat(guess(all, 1)).as("byte by byte").isEqualTo(expected);
        assertThat(guess(all, 3)).as("in threes").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET ", "GET /", "GET / HTTP", "PROX", "PROXY TCP4", "\r", "\r\n\r\n"})
    void shouldWaitForMoreBeforeItDecides(String beginning) {
        byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(guess(bytes, bytes.length)).isEqualTo(Protocol.UNDECIDED);
    }

    /** Whoever sends single bytes must not have all of them looked at again and again. */
    @Test
    void shouldLookAtEachByteOnce() {
        byte[] line = ("GET " + "x".repeat(4000)).getBytes(StandardCharsets.ISO_8859_1);
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 200; i++) {
                assertThat(guess(line, 1)).isEqualTo(Protocol.UNDECIDED);
            }
        });
    }

    @Test
    void shouldTakeAnEndlessLineForText() {
        byte[] line = ("GET " + "x".repeat(5000)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(guess(line, line.length)).isEqualTo(Protocol.TEXT);
        assertThat(guess(line, 7)).isEqualTo(Protocol.TEXT);
    }

    private static Protocol guess(byte[] bytes, int packet) {
        Protocol.Guess guess = new Protocol.Guess();
        Protocol known = Protocol.UNDECIDED;
        for (int at = 0; at < bytes.length && known == Protocol.UNDECIDED; at += packet) {
            ByteBuf part = Unpooled.wrappedBuffer(bytes, at, Math.min(packet, bytes.length - at));
            known = guess.next(part);
            if (part.readerIndex() != 0) {
                throw new AssertionError("something was taken");
            }
        }
        return known;
    }
}
