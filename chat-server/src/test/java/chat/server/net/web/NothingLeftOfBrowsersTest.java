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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a browser comes and goes, no session, name, timer and byte of memory is left, and the room hears who has gone. */
class NothingLeftOfBrowsersTest {
    private static final LimitSettings LIMITS = LimitSettings.none()
            .withNameTimeout(Duration.ofMinutes(2))
            .withPace(PaceLimits.none().withLines(Rate.parse("100+10/s")));
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    /** Longer than any deadline that there is for a browser. */
    private static final int LONG_SECONDS = 5 * 60;

    /** What a browser does before nobody does anything more. */
    private enum Way {
        NOTHING(browser -> {}),
        LOADS_THE_PAGE(browser -> browser.send(GET)),
        LOADS_THE_PAGE_AND_NO_MORE(browser -> browser.send(GET.replace("Host", "Connection: close\r\nHost"))),
        READS_NO_PAGE(browser -> browser.stopReading().send(GET + GET)),
        HALF_A_REQUEST(browser -> browser.send("GET / HTTP/1.1\r\nHost: x\r\nCookie: ")),
        NO_REQUEST(browser -> browser.send("/setname ann\r\n")),
        TLS(browser -> browser.send(new byte[] {22, 3, 1, 0, 5, 1, 0, 0, 1, 3})),
        ANOTHER_PAGE(browser -> browser.send(WebTerminal.HANDSHAKE.replace("http://chat", "http://evil"))),
        ANOTHER_VERSION(browser -> browser.send(WebTerminal.HANDSHAKE.replace("Version: 13", "Version: 8"))),
        ANOTHER_PROTOCOL(browser -> browser.send(WebTerminal.HANDSHAKE.replace("chat.json", "mqtt"))),
        DOES_NOT_WAIT(browser -> browser.send(handshakeAndMore())),
        OPENS(browser -> browser.send(WebTerminal.HANDSHAKE)),
        OPENS_AND_CLOSES(browser -> browser.send(WebTerminal.HANDSHAKE).send(Frames.close(1001))),
        JOINS(browser -> join(browser)),
        CLOSES(browser -> join(browser).send(Frames.close(1000))),
        CLOSES_WITHOUT_A_STATUS(browser -> join(browser).send(Frames.last(Frames.CLOSE))),
        CLOSES_AND_READS_NO_ANSWER(browser -> join(browser).stopReading().send(Frames.close(1000))),
        QUITS(browser -> join(browser).send(Frames.text("/quit"))),
        QUITS_AND_CLOSES(browser -> join(browser).send(Frames.text("/quit")).send(Frames.close(1000))),
        HALF_A_HEADER(browser -> join(browser).send(new byte[] {(byte) 0x81})),
        HALF_A_FRAME(
                browser -> join(browser).send(new byte[] {(byte) 0x81, (byte) 0xfe, 0x10, 0, 1, 2, 3, 4, 'h', 'i'})),
        HALF_A_MESSAGE(browser -> join(browser).send(Frames.part(Frames.TEXT, "hel"))),
        HALF_A_CHARACTER(browser -> join(browser).send(Frames.frame(Frames.TEXT, (byte) 0xe2, (byte) 0x82))),
        BAD_FRAME(browser -> join(browser).send(Frames.frame(0xc1, (byte) 'x'))),
        NO_TEXT(browser -> join(browser).send(Frames.last(Frames.TEXT, (byte) 0xff))),
        TOO_LONG(browser -> join(browser).send(Frames.last(Frames.TEXT, new byte[SocketRequest.MOST_BYTES + 1]))),
        READS_NOTHING(browser -> join(browser).stopReading().send(Frames.text("/cmd\n".repeat(50)))),
        WRITES_TOO_FAST(browser -> join(browser).send(Frames.text("x\n".repeat(120)))),
        IS_PUT_OUT(browser -> join(browser).session().end(Ending.KICKED)),
        MEETS_A_MISTAKE(browser -> join(browser).session().end(Ending.FAILED));

        private final Consumer<Terminal> does;

        Way(Consumer<Terminal> does) {
            this.does = does;
        }

        private static Terminal join(Terminal browser) {
            return browser.send(WebTerminal.HANDSHAKE).send(Frames.text("/setname ann"));
        }

        private static byte[] handshakeAndMore() {
            byte[] handshake = WebTerminal.HANDSHAKE.getBytes(UTF_8);
            byte[] more = Frames.text("/setname ann");
            byte[] both = Arrays.copyOf(handshake, handshake.length + more.length);
            System.arraycopy(more, 0, both, handshake.length, more.length);
            return both;
        }

        /** Whether the room hears that they are gone. */
        private boolean isMissed() {
            return ordinal() >= JOINS.ordinal();
        }
    }

    /** Whether who reads nothing is still there the system has to find out, see VanishedPeerIT. */
    @ParameterizedTest
    @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "READS_NOTHING")
    void shouldLeaveNothing(Way way) {
        check(way, browser -> {});
    }

    /** As the network tells it, and not as EmbeddedChannel closes, which gives up by itself what is to be done later. */
    @ParameterizedTest
    @EnumSource(Way.class)
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
            for (int i = 0; i < LONG_SECONDS; i++) {
                chat.pass(1000);
                browser.bytes();
            }
            checkIsGone(browser, memory);
            assertThat(chat.registry().sessions()).as("sessions").containsExactly(bob.session());
            assertThat(chat.registry().active()).as("connections").isEqualTo(1);
            assertThat(chat.registry().find(UserName.of("ann")))
                    .as("whose name it is")
                    .isEmpty();
            assertThat(bob.text().contains("* ann left")).isEqualTo(way.isMissed());
            assertThat(bob.type("/allusers").text()).contains("1 person in lobby: bob");
        }
    }

    private static void checkIsGone(Terminal browser, Counted memory) {
        assertThat(browser.channel().isOpen()).isFalse();
        assertThat(browser.channel().runScheduledPendingTasks())
                .as("the next timer, -1 for none")
                .isEqualTo(-1);
        assertThat(memory.used()).as("bytes of memory").isZero();
    }
}
