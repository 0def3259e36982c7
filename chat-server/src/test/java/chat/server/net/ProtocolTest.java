package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
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

    private static Protocol guess(byte[] bytes, int packet) {
        Protocol.Guess guess = new Protocol.Guess();
        Protocol known = Protocol.UNDECIDED;
        for (int at = 0; at < bytes.length && known == Protocol.UNDECIDED; at += packet) {
            ByteBuf part = Unpooled.wrappedBuffer(bytes, at, Math.min(packet, bytes.length - at));
            known = guess.next(part);
            assertThat(part.readerIndex()).as("nothing is taken").isZero();
        }
        return known;
    }
}
