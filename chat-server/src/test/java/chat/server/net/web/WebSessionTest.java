package chat.server.net.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.common.event.Tip;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.account.Account;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import chat.server.session.Ending;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser's session is bound by what binds everybody, and ends with a word and a closing frame. */
class WebSessionTest {
    @Test
    void shouldRefuseAFormatThatThePageCannotRead() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            ann.type("@1 /format text");
            assertThat(ann.text())
                    .contains("This page reads JSON only, so the format stays as it is.")
                    .contains("\"code\":\"not-allowed\"")
                    .contains("\"tag\":\"1\"");
            ann.type("@2 /format json", "@3 /ping");
            assertThat(ann.text())
                    .contains("{\"event\":\"format\",\"format\":\"json\",\"tag\":\"2\",\"words\":")
                    .contains("{\"event\":\"pong\",\"tag\":\"3\"");
        }
    }

    @Test
    void shouldTakeItsLeaveByOneClosingFrame() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Terminal bob = chat.join("bob");
            WebTerminal ann = WebTerminal.join(chat, "ann");
            bob.text();
            ann.type("/quit");
            List<Frames.Frame> last = ann.read();
            assertThat(last).hasSize(2);
            assertThat(last.get(0).text()).contains("\"event\":\"goodbye\",\"reason\":\"quit\"");
            assertThat(last.get(1)).hasToString("close 1000");
            assertThat(ann.isOpen()).as("the browser answers first").isTrue();
            ann.send(Frames.close(1000));
            assertThat(ann.isOpen()).isFalse();
            assertThat(ann.read()).isEmpty();
            chat.pass(1000);
            assertThat(bob.text()).contains("* ann left");
        }
    }

    @Test
    void shouldCloseThoughTheBrowserDoesNotAnswer() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            ann.type("/quit");
            chat.pass(2000);
            assertThat(ann.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_STOPPED, 1001, server-stopped",
        "KICKED, 1008, kicked",
        "BANNED, 1008, banned",
        "REPLACED, 1000, replaced",
        "FAILED, 1011, server-error"
    })
    void shouldTellWhyAndThenTheStatusForPrograms(Ending ending, int status, String reason) {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            ann.terminal().session().end(ending);
            List<Frames.Frame> last = ann.read();
            assertThat(last).hasSize(2);
            assertThat(last.get(0).text()).contains("\"reason\":\"" + reason + "\"");
            assertThat(last.get(1).status()).isEqualTo(status);
            chat.pass(1000);
            assertThat(ann.isOpen()).isFalse();
        }
    }

    @Test
    void shouldLetGoOfWhoChoosesNoName() {
        try (EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withNameTimeout(Duration.ofMinutes(2)))) {
            WebTerminal ann = WebTerminal.open(chat);
            chat.pass(90_000);
            assertThat(ann.text()).contains("Please choose a name within 30 seconds, or this connection is closed.");
            for (int i = 0; i < 29; i++) {
                chat.pass(1000);
                ann.send(Frames.last(Frames.PONG)).type("");
            }
            assertThat(ann.isOpen()).isTrue();
            chat.pass(1000);
            assertThat(ann.text()).contains("\"reason\":\"no-name\"").endsWith("close 1008");
        }
    }

    @Test
    void shouldTakeLinesAtThePaceOfEverybody() {
        PaceLimits pace = PaceLimits.none().withLines(Rate.parse("10+5/s"));
        try (EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withPace(pace))) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            Terminal bob = chat.join("bob");
            chat.pass(10_000);
            bob.text();
            ann.send(IntStream.range(0, 30)
                    .mapToObj(i -> Frames.text("line " + i))
                    .toArray(byte[][]::new));
            assertThat(bob.lines()).hasSizeBetween(10, 11);
            assertThat(ann.terminal().channel().config().isAutoRead()).isFalse();
            chat.pass(1000);
            assertThat(bob.lines()).hasSizeBetween(4, 6);
            for (int i = 0; i < 30; i++) {
                chat.pass(200);
            }
            assertThat(bob.text()).contains("ann: line 29");
            assertThat(ann.text()).contains("You are writing faster than 5 a second: your lines wait");
            assertThat(ann.terminal().channel().config().isAutoRead()).isTrue();
        }
    }

    @Test
    void shouldEndWhoFloodsWithoutAPause() {
        PaceLimits pace = PaceLimits.defaults().withLines(Rate.parse("10+1/s")); // patient for ten minutes
        try (EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withPace(pace))) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            for (int i = 0; i < 700 && ann.isOpen(); i++) {
                ann.type("a", "b", "c");
                chat.pass(1000);
            }
            assertThat(ann.text()).contains("\"reason\":\"flood\"").contains("close 1008");
        }
    }

    @Test
    void shouldCountFramesThatAreNoLinesAsLines() {
        PaceLimits pace = PaceLimits.none().withLines(Rate.parse("10+1/s"));
        try (EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withPace(pace))) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            chat.pass(20_000);
            for (int i = 0; i < 10_000 && ann.terminal().channel().config().isAutoRead(); i++) {
                ann.send(Frames.last(Frames.PONG, new byte[100]));
            }
            assertThat(ann.terminal().channel().config().isAutoRead()).isFalse();
        }
    }

    @Test
    void shouldNotReadFromWhoDoesNotRead() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            Terminal bob = chat.join("bob");
            ann.terminal().stopReading();
            for (int i = 0; i < 100; i++) {
                bob.type("x".repeat(1000));
            }
            assertThat(ann.terminal().channel().config().isAutoRead()).isFalse();
            assertThat(ann.terminal().waitingBytes()).isLessThan(64 * 1024);
            chat.pass(10 * Heartbeat.SECONDS * 1000);
            assertThat(ann.isOpen()).as("who is not read from owes no answer").isTrue();
        }
    }

    /** A proxy uses a connection for one person after the other, and the next one has the whole time. */
    @Test
    void shouldCountTheTimeForANameFromTheWebSocket() {
        try (EmbeddedChat chat = new EmbeddedChat(LimitSettings.none().withNameTimeout(Duration.ofSeconds(20)))) {
            Terminal browser = WebTerminal.http(chat);
            for (int i = 0; i < 10; i++) {
                chat.pass(9_000);
                browser.send("GET /about.json HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            browser.text();
            browser.send(WebTerminal.HANDSHAKE);
            chat.pass(9_000);
            assertThat(browser.text()).doesNotContain("choose a name within");
            assertThat(browser.channel().isOpen()).isTrue();
        }
    }

    /** Until its closing handshake is done a browser takes bytes, which no page sees any more. */
    @Test
    void shouldKeepTheMailThatHasNotComeWhenThePageIsClosed() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            Account bob = chat.accounts().add(UserName.of("bob"), false).join();
            Terminal ann = chat.join("ann");
            IntStream.range(0, 20).forEach(i -> ann.type("/private bob " + "x".repeat(500) + " " + i));
            WebTerminal page = WebTerminal.join(chat, "guest");
            page.terminal().readSlowly();
            assertThat(page.terminal().session().identity().logIn(bob)).isTrue();
            String read = page.terminal().read(1200).text();
            page.send(Frames.close(1001));
            while (page.isOpen()) {
                read += page.terminal().read(50).text();
            }

            long whole = Pattern.compile("x \\d+\"").matcher(read).results().count();
            assertThat(whole).isPositive();
            WebTerminal second = WebTerminal.join(chat, "guest");
            assertThat(second.terminal().session().identity().logIn(bob)).isTrue();
            assertThat(second.text().lines().filter(line -> line.contains("\"event\":\"private\"")))
                    .hasSize((int) (20 - whole))
                    .noneMatch(line -> line.contains("\"again\":true"));
        }
    }

    @Test
    void shouldTellNobodyThatTheyWroteToAPageThatIsClosed() {
        try (EmbeddedChat chat = new EmbeddedChat()) {
            WebTerminal ann = WebTerminal.join(chat, "ann");
            Terminal bob = chat.join("bob");
            ann.terminal().holdBack();
            ann.terminal().session().send(new Tip("something waits"));
            ann.send(Frames.close(1001));
            assertThat(ann.isOpen()).isTrue();
            assertThat(bob.type("/private ann hello").text()).doesNotContain("Sent to ann");
        }
    }
}
