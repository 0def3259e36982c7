package chat.server.net.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** A browser in a chat without a network: bytes in, frames out. */
public final class WebTerminal {
    /** What a browser sends to open the WebSocket; the key and its answer are those of RFC 6455. */
    public static final String HANDSHAKE = String.join(
            "\r\n",
            "GET /chat HTTP/1.1",
            "Host: chat.example:8091",
            "Connection: keep-alive, Upgrade",
            "Upgrade: websocket",
            "Origin: http://chat.example:8091",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: chat.json",
            "",
            "");

    static final Assets ASSETS = new Assets(new About("Test", ""));

    private final Terminal terminal;

    private WebTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    static Web web() {
        return new Web(ASSETS, WebOrigins.ownAnd(List.of("https://other.example")), Forwarders.none());
    }

    /** A browser that has asked for nothing yet. */
    public static Terminal http(EmbeddedChat chat) {
        return chat.connect(pipeline -> pipeline.with(web()));
    }

    /** A browser whose WebSocket is open, and that has read the greeting. */
    static WebTerminal open(EmbeddedChat chat) {
        WebTerminal browser = new WebTerminal(http(chat));
        browser.terminal.send(HANDSHAKE);
        assertThat(browser.read()).hasSize(2);
        return browser;
    }

    /** The same, with a name; what came of that is read. */
    static WebTerminal join(EmbeddedChat chat, String name) {
        WebTerminal browser = open(chat).type("/setname " + name);
        chat.pass(1000);
        browser.read();
        return browser;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Sends lines, each as a message without a line end. */
    WebTerminal type(String... lines) {
        for (String line : lines) {
            send(Frames.text(line));
        }
        return this;
    }

    /** Sends bytes in one packet. */
    WebTerminal send(byte[]... frames) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            packet.writeBytes(frame);
        }
        terminal.send(packet.toByteArray());
        return this;
    }

    /** The frames that came since it was last asked for, the answer to the handshake left out. */
    List<Frames.Frame> read() {
        byte[] bytes = terminal.bytes();
        int begin = 0;
        if (new String(bytes, ISO_8859_1).startsWith("HTTP/1.1 101 ")) {
            begin = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        }
        return Frames.read(Arrays.copyOfRange(bytes, begin, bytes.length));
    }

    /** The same as text, a line for each frame. */
    String text() {
        return String.join(
                "\n", read().stream().map(frame -> frame.toString().strip()).toList());
    }

    boolean isOpen() {
        return terminal.channel().isOpen();
    }
}
