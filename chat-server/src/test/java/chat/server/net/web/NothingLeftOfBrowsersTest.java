package chat.server.net.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.fuzz.Counted;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import chat.server.session.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a browser comes and goes, no session, name, timer and byte of memory is left, and the room hears who has gone. */
class NothingLeftOfBrowsersTest {
    private static final LimitSettings LIMITS = LimitSettings.none()
            .withNameTimeout(Duration.ofMinutes(2))
            .withPace(PaceLimits.none().withLines(Rate.parse("100+10/s")));
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    /** Longer than any deadline that there is for a browser. */
    private static final int LONG_SECONDS = 5 * 60;

    /** In which the event loop itself looks once more at what waits to be sent. */
    private static final int SWEEP_MILLIS = 500;

    private static final String READS_NOTHING = "reads nothing";

    /**
     * What a browser does before nobody does anything more.
     *
     * @param what as the test is called
     * @param talks whether somebody has come into the room by then
     */
    private record Way(String what, boolean talks, Consumer<Terminal> does) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Way comes(String what, Consumer<Terminal> does) {
        return new Way(what, false, does);
    }

    private static Way talks(String what, Consumer<Terminal> does) {
        return new Way(what, true, browser -> {
            browser.send(WebTerminal.HANDSHAKE).send(Frames.text("/setname ann"));
            does.accept(browser);
        });
    }

    static Stream<Way> ways() {
        return Stream.of(
                comes("nothing", browser -> {}),
                comes("loads the page", browser -> browser.send(GET)),
                comes(
                        "loads the page and no more",
                        browser -> browser.send(GET.replace("Host", "Connection: close\r\nHost"))),
                comes("reads no page", browser -> browser.stopReading().send(GET + GET)),
                comes("half a request", browser -> browser.send("GET / HTTP/1.1\r\nHost: x\r\nCookie: ")),
                comes("no request", browser -> browser.send("/setname ann\r\n")),
                comes("TLS", browser -> browser.send(new byte[] {22, 3, 1, 0, 5, 1, 0, 0, 1, 3})),
                comes(
                        "another page",
                        browser -> browser.send(WebTerminal.HANDSHAKE.replace("http://chat", "http://evil"))),
                comes(
                        "another version",
                        browser -> browser.send(WebTerminal.HANDSHAKE.replace("Version: 13", "Version: 8"))),
                comes("another protocol", browser -> browser.send(WebTerminal.HANDSHAKE.replace("chat.json", "mqtt"))),
                comes("does not wait", browser -> browser.send(handshakeAndMore())),
                comes("opens", browser -> browser.send(WebTerminal.HANDSHAKE)),
                comes(
                        "opens and closes",
                        browser -> browser.send(WebTerminal.HANDSHAKE).send(Frames.close(1001))),
                talks("joins", browser -> {}),
                talks("closes", browser -> browser.send(Frames.close(1000))),
                talks("closes without a status", browser -> browser.send(Frames.last(Frames.CLOSE))),
                talks(
                        "closes and reads no answer",
                        browser -> browser.stopReading().send(Frames.close(1000))),
                talks("quits", browser -> browser.send(Frames.text("/quit"))),
                talks(
                        "quits and closes",
                        browser -> browser.send(Frames.text("/quit")).send(Frames.close(1000))),
                talks("half a header", browser -> browser.send(new byte[] {(byte) 0x81})),
                talks(
                        "half a frame",
                        browser -> browser.send(new byte[] {(byte) 0x81, (byte) 0xfe, 0x10, 0, 1, 2, 3, 4, 'h', 'i'})),
                talks("half a message", browser -> browser.send(Frames.part(Frames.TEXT, "hel"))),
                talks("half a character", browser -> browser.send(Frames.frame(Frames.TEXT, (byte) 0xe2, (byte) 0x82))),
                talks("bad frame", browser -> browser.send(Frames.frame(0xc1, (byte) 'x'))),
                talks("no text", browser -> browser.send(Frames.last(Frames.TEXT, (byte) 0xff))),
                talks(
                        "too long",
                        browser -> browser.send(Frames.last(Frames.TEXT, new byte[SocketRequest.MOST_BYTES + 1]))),
                talks(READS_NOTHING, browser -> browser.stopReading().send(Frames.text("/cmd\n".repeat(50)))),
                talks("writes too fast", browser -> browser.send(Frames.text("x\n".repeat(120)))),
                talks("is put out", browser -> browser.session().end(Ending.KICKED)),
                talks("meets a mistake", browser -> browser.session().end(Ending.FAILED)));
    }

    static Stream<Way> waysToLeave() {
        return ways().filter(way -> !way.what().equals(READS_NOTHING));
    }

    private static byte[] handshakeAndMore() {
        byte[] handshake = WebTerminal.HANDSHAKE.getBytes(UTF_8);
        byte[] more = Frames.text("/setname ann");
        byte[] both = Arrays.copyOf(handshake, handshake.length + more.length);
        System.arraycopy(more, 0, both, handshake.length, more.length);
        return both;
    }

    /** Whether who reads nothing is still there the system has to find out, see VanishedPeerIT. */
    @ParameterizedTest
    @MethodSource("waysToLeave")
    void shouldLeaveNothing(Way way) {
        check(way, browser -> {});
    }

    /** As the network tells it, and not as EmbeddedChannel closes, which gives up by itself what is to be done later. */
    @ParameterizedTest
    @MethodSource("ways")
    void shouldLeaveNothingOfWhoHangsUp(Way way) {
        check(way, browser -> browser.channel().pipeline().close());
    }

    private static void check(Way way, Consumer<Terminal> then) {
        Counted memory = new Counted();
        try (EmbeddedChat chat = new EmbeddedChat(LIMITS)) {
            Terminal bob = chat.join("bob");
            Terminal browser = WebTerminal.http(chat);
            browser.channel().config().setAllocator(memory.allocator());
            way.does.accept(browser);
            then.accept(browser);
            browser.bytes(); // else what has come for it were memory
            for (int i = 0; i < LONG_SECONDS && isHere(browser, chat); i++) {
                chat.pass(1000);
                browser.bytes();
            }
            chat.pass(SWEEP_MILLIS);
            checkIsGone(browser, memory);
            assertThat(chat.registry().sessions()).as("sessions").containsExactly(bob.session());
            assertThat(chat.registry().active()).as("connections").isEqualTo(1);
            assertThat(chat.registry().find(UserName.of("ann")))
                    .as("whose name it is")
                    .isEmpty();
            chat.pass(1000);
            assertThat(bob.text().contains("* ann left")).isEqualTo(way.talks());
            assertThat(bob.type("/allusers").text()).contains("1 person in lobby: bob");
        }
    }

    /** By a connection, or because something of what was typed is still to be done. */
    private static boolean isHere(Terminal browser, EmbeddedChat chat) {
        return browser.channel().isOpen() || chat.registry().sessions().size() > 1;
    }

    private static void checkIsGone(Terminal browser, Counted memory) {
        assertThat(browser.channel().isOpen()).isFalse();
        assertThat(browser.channel().runScheduledPendingTasks())
                .as("the next timer, -1 for none")
                .isEqualTo(-1);
        assertThat(memory.used()).as("bytes of memory").isZero();
    }
}
