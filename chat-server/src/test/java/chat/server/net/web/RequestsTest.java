package chat.server.net.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request gets one clear answer, whatever it is, and no connection stays for ever. */
class RequestsTest {
    private static final String HOST = "Host: chat.example:8091\r\n";

    /** The network, which takes nothing while it is full. */
    private static final class Network extends ChannelOutboundHandlerAdapter {
        private boolean full;

        @Override
        public void flush(ChannelHandlerContext ctx) {
            if (!full) {
                ctx.flush();
            }
        }
    }

    private static final String CHAT = "Programs for terminals connect to port 8090.";

    private final Network network = new Network();
    private final EmbeddedChannel channel = new EmbeddedChannel(network);
    private boolean opened;
    private String refused = "";

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline()
                .addLast(WebTerminal.web().http(() -> opened = true, (channel, why) -> refused = why, () -> CHAT));
    }

    @AfterEach
    void leave() {
        network.full = false;
        channel.finishAndReleaseAll();
        channel.checkException();
    }

    @Test
    void shouldGiveThePage() {
        String answer = ask("GET / HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-type: text/html; charset=utf-8\r\n")
                .containsIgnoringCase("cache-control: no-store\r\n")
                .containsIgnoringCase("x-content-type-options: nosniff\r\n")
                .containsIgnoringCase("x-frame-options: DENY\r\n")
                .containsIgnoringCase("referrer-policy: no-referrer\r\n")
                .contains("<!doctype html>");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void shouldGiveFilesThatLastAndAreCompressedToWhoTakesThat() throws IOException {
        String path = path("main.js");
        String plain = ask("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(plain)
                .containsIgnoringCase("cache-control: public, max-age=31536000, immutable\r\n")
                .containsIgnoringCase("vary: accept-encoding\r\n")
                .doesNotContainIgnoringCase("content-encoding");
        byte[] zipped = askBytes("GET " + path + " HTTP/1.1\r\n" + HOST + "Accept-Encoding: br, gzip;q=0.8\r\n\r\n");
        String head = new String(zipped, ISO_8859_1);
        assertThat(head).containsIgnoringCase("content-encoding: gzip\r\n");
        int begin = head.indexOf("\r\n\r\n") + 4;
        byte[] content =
                new GZIPInputStream(new ByteArrayInputStream(zipped, begin, zipped.length - begin)).readAllBytes();
        assertThat(new String(content, ISO_8859_1)).isEqualTo(plain.substring(plain.indexOf("\r\n\r\n") + 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Accept-Encoding: br\r\n", "Accept-Encoding: gzip;q=0\r\n", "Accept-Encoding: identity\r\n"})
    void shouldCompressNothingForWhoDoesNotTakeIt(String header) {
        assertThat(ask("GET / HTTP/1.1\r\n" + HOST + header + "\r\n")).doesNotContainIgnoringCase("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/about.json"})
    void shouldGiveOnlyTheHeadOfIt(String path) {
        String whole = ask("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
        String head = ask("HEAD " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(head).isEqualTo(whole.substring(0, whole.indexOf("\r\n\r\n") + 4));
        assertThat(ask("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n")).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nothing HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|404 Not Found|There is nothing here. The chat is at /",
                "GET /../../etc/passwd HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|404 Not Found|There is nothing here.",
                "GET /%2e%2e/index.html HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|404 Not Found|There is nothing here.",
                "GET /index.html HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|404 Not Found|There is nothing here.",
                "GET * HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|404 Not Found|There is nothing here.",
                "POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 5\\r\\n\\r\\nhello|405 Method Not Allowed|Only GET and HEAD",
                "OPTIONS * HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|405 Method Not Allowed|Only GET and HEAD",
                "CONNECT x:1 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|405 Method Not Allowed|Only GET and HEAD",
                "BREW /pot HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n|405 Method Not Allowed|Only GET and HEAD",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 5\\r\\n\\r\\nhello|413 |A request has no body here.",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nExpect: 100-continue\\r\\nContent-Length: 5\\r\\n\\r\\n|413 |A request has no body",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhello|413 |A request has no body",
                "GET / HTTP/1.1\\r\\n\\r\\n|400 Bad Request|A request names one host.",
                "GET / HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\n\\r\\n|400 Bad Request|A request names one host.",
                "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n|505 HTTP Version Not Supported|This server speaks HTTP/1.1.",
                "GET / HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n|505 HTTP Version Not Supported|This server speaks HTTP/1.1."
            })
    void shouldSayWhatIsWrongAndClose(String request, String status, String sentence) {
        String answer = ask(request.replace("\\r", "\r").replace("\\n", "\n"));
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("\r\n\r\n" + sentence)
                .containsIgnoringCase("connection: close\r\n")
                .containsIgnoringCase("x-content-type-options: nosniff\r\n");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as("answers").hasSizeBetween(2, 3);
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: many", "no header", "A b: c"})
    void shouldRefuseHeadersThatAreNotWellFormed(String header) {
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nContent-Security-Policy: default-src 'none'; ")
                .endsWith("\r\n\r\nThe headers of that request are not well formed.\n");
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "/setname ann", "hello"})
    void shouldTellWhoIsNoBrowserWhereTheChatIs(String line) {
        assertThat(ask(line + "\r\n"))
                .isEqualToIgnoringCase("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Connection: close\r\n\r\n"
                        + "This port is for web browsers, and that was no request of one. " + CHAT + "\n");
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldRefuseAFirstLineThatIsTooLong() {
        assertThat(ask("GET /" + "x".repeat(Web.MOST_LINE) + " HTTP/1.1\r\n" + HOST + "\r\n"))
                .startsWith("HTTP/1.1 414 ");
    }

    @Test
    void shouldRefuseHeadersThatAreTooLong() {
        assertThat(ask("GET / HTTP/1.1\r\n" + HOST + "Cookie: " + "x".repeat(Web.MOST_HEADERS) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void shouldKeepOrCloseTheConnectionAsTheBrowserWants() {
        ask("GET / HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(ask("GET / HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("connection: close\r\n");
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldAnswerOldProgramsToo() {
        assertThat(ask("GET / HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("connection: close\r\n")
                .contains("<!doctype html>");
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldAnswerRequestsThatComeTogetherInOrder() {
        String answers = ask(("GET / HTTP/1.1\r\n" + HOST + "\r\n").repeat(2) + "GET /no HTTP/1.1\r\n" + HOST + "\r\n"
                + "GET / HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answers).containsPattern("(?s)^HTTP/1.1 200 .*HTTP/1.1 200 .*HTTP/1.1 404 ");
        assertThat(answers.split("HTTP/1\\.1 [24]", -1))
                .as("nothing behind the last")
                .hasSize(4);
    }

    @Test
    void shouldKeepLittleForWhoAsksAndDoesNotRead() {
        network.full = true;
        String request = "GET " + path("main.js") + " HTTP/1.1\r\n" + HOST + "\r\n";
        for (int i = 0; i < 1000 && channel.isOpen(); i++) {
            channel.writeInbound(channel.alloc().buffer().writeBytes(request.getBytes(UTF_8)));
        }
        assertThat(channel.unsafe().outboundBuffer().totalPendingWriteBytes()).isLessThan(128 * 1024);
        pass(RequestHandler.ANSWER_SECONDS);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldAnswerSoManyRequestsOnOneConnection() {
        String request = "GET /about.json HTTP/1.1\r\n" + HOST + "\r\n";
        for (int i = 1; i < RequestHandler.MOST_REQUESTS; i++) {
            assertThat(ask(request)).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("connection: close");
        }
        assertThat(ask(request)).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close");
    }

    @Test
    void shouldCloseWhoSendsItsRequestSlowly() {
        for (char c : "GET / HTTP".toCharArray()) {
            send(String.valueOf(c));
            pass(1);
        }
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldCloseWhoAsksForNothingMore() {
        ask("GET / HTTP/1.1\r\n" + HOST + "\r\n");
        pass(RequestHandler.REQUEST_SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();
        ask("GET / HTTP/1.1\r\n" + HOST + "\r\n");
        pass(RequestHandler.REQUEST_SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldLeaveASlowPhoneTheTimeToRead() {
        network.full = true;
        send("GET / HTTP/1.1\r\n" + HOST + "\r\n");
        pass(RequestHandler.ANSWER_SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();
        network.full = false;
        channel.flush();
        pass(RequestHandler.REQUEST_SECONDS - 1);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void shouldSurviveAnyBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            EmbeddedChannel one = new EmbeddedChannel();
            one.pipeline()
                    .addLast(WebTerminal.web().http(() -> opened = true, (channel, why) -> refused = why, () -> CHAT));
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                byte[] begin = "GET / HTTP/1.1\r\n".getBytes(UTF_8);
                System.arraycopy(begin, 0, bytes, 0, Math.min(bytes.length, begin.length));
            }
            one.writeInbound(one.alloc().buffer().writeBytes(bytes));
            one.finishAndReleaseAll();
            one.checkException();
        }
        assertThat(opened).as("seed %s", seed).isFalse();
    }

    @Test
    void shouldOpenTheWebSocket() {
        assertThat(ask(WebTerminal.HANDSHAKE))
                .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .containsIgnoringCase("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                .containsIgnoringCase("sec-websocket-protocol: chat.json\r\n")
                .doesNotContainIgnoringCase("extensions");
        assertThat(opened).isTrue();
        pass(RequestHandler.ANSWER_SECONDS);
        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Origin: http://chat.example:8091|Origin: https://chat.example:8091",
                "Origin: http://chat.example:8091|Origin: HTTP://CHAT.EXAMPLE:8091",
                "Origin: http://chat.example:8091|Origin: https://other.example",
                "Origin: http://chat.example:8091\\r\\n|''",
                "Sec-WebSocket-Protocol: chat.json\\r\\n|''",
                "Sec-WebSocket-Protocol: chat.json|Sec-WebSocket-Protocol: v2.json, chat.json",
                "Sec-WebSocket-Protocol: chat.json|Sec-WebSocket-Extensions: permessage-deflate",
                "GET /chat |GET /chat?room=lobby "
            })
    void shouldOpenItForThoseWhoMay(String text, String other) {
        assertThat(ask(changed(text, other))).startsWith("HTTP/1.1 101 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-WebSocket-Version: 13|Sec-WebSocket-Version: 8|426 |Only version 13 of WebSocket is spoken here.",
                "Sec-WebSocket-Version: 13\\r\\n|''|426 |Only version 13 of WebSocket is spoken here.",
                "Upgrade: websocket\\r\\n|''|426 |Here is a WebSocket only.",
                "Upgrade: websocket|Upgrade: h2c|426 |Here is a WebSocket only.",
                "Connection: keep-alive, Upgrade|Connection: keep-alive|426 |Here is a WebSocket only.",
                "HTTP/1.1|HTTP/1.0|426 |Here is a WebSocket only.",
                "GET /chat|HEAD /chat|426 |Here is a WebSocket only.",
                "GET /chat|POST /chat|405 |Only GET and HEAD",
                "GET /chat|GET /elsewhere|404 |There is nothing here.",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\n|''|400 |Sec-WebSocket-Key has to be 16 bytes",
                "dGhlIHNhbXBsZSBub25jZQ==|dGhlIHNhbXBsZQ==|400 |Sec-WebSocket-Key has to be 16 bytes",
                "dGhlIHNhbXBsZSBub25jZQ==|no base64!|400 |Sec-WebSocket-Key has to be 16 bytes",
                "Origin: http://chat.example:8091|Origin: http://evil.example|403 |Another web site's page may not talk here.",
                "Origin: http://chat.example:8091|Origin: http://chat.example|403 |Another web site's page may not",
                "Origin: http://chat.example:8091|Origin: http://chat.example:8091.evil.example|403 |Another web site's",
                "Origin: http://chat.example:8091|Origin: null|403 |Another web site's page may not talk here.",
                "Origin: http://chat.example:8091|Origin: http://other.example|403 |Another web site's page may not",
                "Protocol: chat.json|Protocol: other|400 |The subprotocol here is chat.json.",
                "Upgrade: websocket|Upgrade: websocket\\r\\nContent-Length: 1|413 |A request has no body here."
            })
    void shouldSayWhyItDoesNotOpen(String text, String other, String status, String sentence) {
        assertThat(ask(changed(text, other))).startsWith("HTTP/1.1 " + status).contains("\r\n\r\n" + sentence);
        assertThat(opened).isFalse();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldTellWhichVersionItSpeaks() {
        assertThat(ask(changed("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8")))
                .containsIgnoringCase("\r\nsec-websocket-version: 13\r\n");
        assertThat(opened).isFalse();
    }

    @Test
    void shouldTellTheOperatorWhosePageWasRefused() {
        ask(changed("Origin: http://chat.example:8091", "Origin: http://chat.example"));
        assertThat(refused).isEqualTo("a page of http://chat.example asks for chat.example:8091; see --web-origin");
    }

    private static String changed(String text, String other) {
        String from = text.replace("\\r", "\r").replace("\\n", "\n");
        assertThat(WebTerminal.HANDSHAKE).contains(from);
        return WebTerminal.HANDSHAKE.replace(from, other.replace("\\r", "\r").replace("\\n", "\n"));
    }

    private static String path(String file) {
        return WebTerminal.ASSETS.path(file);
    }

    private String ask(String request) {
        return new String(askBytes(request), ISO_8859_1);
    }

    private byte[] askBytes(String request) {
        send(request);
        ByteBuf all = channel.alloc().buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        byte[] bytes = new byte[all.readableBytes()];
        all.readBytes(bytes).release();
        return bytes;
    }

    private void send(String text) {
        if (channel.isOpen()) {
            channel.writeInbound(channel.alloc().buffer().writeBytes(text.getBytes(ISO_8859_1)));
        }
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks();
    }
}
