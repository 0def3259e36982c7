package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.UserName;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.limit.LimitSettings;
import chat.server.limit.PaceLimits;
import chat.server.limit.Rate;
import chat.server.session.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast one may write: all that is said is said, but not faster than it may be. */
class PaceTest {
    private static final LimitSettings LIMITS = LimitSettings.none()
            .withPace(new PaceLimits(
                    Rate.parse("40+5/s"),
                    Duration.ofSeconds(60),
                    Rate.parse("3+6/min"),
                    Rate.parse("2+6/min"),
                    Rate.parse("2+6/min"),
                    Rate.parse("2+1/min"),
                    Rate.parse("10+1/s")));

    private static final String SLOWED =
            "* You are writing faster than 5 a second: your lines wait, and go out at that pace.";

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat(LIMITS);

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");

    @Test
    void shouldTakeAPasteAtOnce() {
        ann.send(lines(0, 30));
        assertThat(bob.lines()).containsExactlyElementsOf(heard(0, 30));
        pass(10_000);
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldTakeAFloodAtItsPaceAndLoseNothing() {
        ann.send(lines(0, 100));
        int heard = bob.lines().size();
        assertThat(heard).isBetween(38, 40);
        for (int second = 0; second < 4; second++) {
            pass(1000);
            assertThat(bob.lines()).containsExactlyElementsOf(heard(heard, heard += 5));
        }
        pass(20_000);
        assertThat(bob.lines()).containsExactlyElementsOf(heard(heard, 100));
        assertThat(ann.lines()).containsExactly(SLOWED);
        assertThat(ann.channel().isOpen()).isTrue();
    }

    @Test
    void shouldLeaveInTheirMachineWhatCannotBeTakenYet() {
        ann.send(lines(0, 41));
        assertThat(ann.channel().config().isAutoRead()).isFalse();
        pass(1000);
        assertThat(ann.channel().config().isAutoRead()).isTrue();
    }

    @Test
    void shouldForgetTheFloodAfterAPause() {
        ann.send(lines(0, 60));
        pass(20_000);
        bob.lines();
        ann.lines();
        ann.send(lines(0, 30));
        assertThat(bob.lines()).containsExactlyElementsOf(heard(0, 30));
        assertThat(ann.lines()).isEmpty();
    }

    @Test
    void shouldNotMindWhoWritesSteadilyAtThePace() {
        ann.send(lines(0, 45));
        pass(2000);
        bob.lines();
        ann.lines();
        for (int i = 0; i < 1000; i++) {
            ann.type("tick");
            pass(200);
        }
        assertThat(bob.lines()).hasSize(1000);
        assertThat(ann.channel().isOpen()).isTrue();
    }

    @Test
    void shouldBePatientWithAPipeOfThreeThousandLines() {
        try (EmbeddedChat usual = new EmbeddedChat(LimitSettings.none().withPace(PaceLimits.defaults()))) {
            Terminal pipe = usual.join("ann");
            Terminal reader = usual.join("bob");
            pipe.send(lines(0, 3000));
            List<String> heard = new ArrayList<>();
            for (int second = 0; second < 595; second++) {
                usual.pass(1000);
                heard.addAll(reader.lines());
            }
            assertThat(heard).containsExactlyElementsOf(heard(0, 3000));
        }
    }

    @Test
    void shouldSendAwayWhoNeverPauses() {
        ann.send(lines(0, 400));
        pass(59_000);
        assertThat(ann.channel().isOpen()).isTrue();
        pass(3000);
        List<String> read = ann.lines();
        assertThat(read.get(0)).isEqualTo(SLOWED);
        assertThat(read.get(read.size() - 1))
                .isEqualTo("You have written faster than this server takes lines for too long, so this connection is"
                        + " closed.");
        assertThat(ann.channel().isOpen()).isFalse();
        assertThat(bob.lines()).hasSizeBetween(335, 345).endsWith("* ann left");
    }

    @Test
    void shouldNotWasteAnythingOnWhoWasSentAway() {
        ann.send(lines(0, 400));
        for (int i = 0; i < 700 && ann.session().stage() != Stage.ENDED; i++) {
            pass(100);
        }
        bob.lines();
        ann.send(lines(0, 400));
        assertThat(bob.lines()).isEmpty();
    }

    @Test
    void shouldSlowWhoseLinesFail() {
        ann.send(IntStream.range(0, 15).mapToObj(i -> "/x" + i + "\n").reduce("", String::concat));
        assertThat(ann.lines()).hasSizeBetween(10, 11);
        pass(2000);
        assertThat(ann.lines())
                .contains("* Many of your lines cannot be understood: for a while they are taken at 1 a second.")
                .hasSizeBetween(3, 4);
        pass(10_000);
        assertThat(ann.lines()).hasSizeBetween(1, 3);
    }

    @Test
    void shouldSayHowLongToWaitForTheNextName() {
        ann.type("/setname a1", "/setname a2", "/setname a3");
        assertThat(ann.lines()).hasSize(3).allMatch(line -> line.startsWith("Name accepted"));
        ann.type("/setname a4");
        assertThat(ann.lines())
                .containsExactly("You have changed your name often. Please wait 10 seconds and try again.");
        assertThat(ann.type("/setname bob").lines())
                .as("before it is looked up whether somebody has it")
                .containsExactly("You have changed your name often. Please wait 10 seconds and try again.");
        pass(9000);
        assertThat(ann.type("/setname a4").lines())
                .containsExactly("You have changed your name often. Please wait 1 second and try again.");
        pass(1000);
        assertThat(ann.type("/setname a4").lines()).singleElement().asString().startsWith("Name accepted: you are a4.");
    }

    @Test
    void shouldNotCountNamesThatWereNotTaken() {
        for (int i = 0; i < 8; i++) {
            assertThat(ann.type("/setname bob").lines())
                    .singleElement()
                    .asString()
                    .contains("taken");
        }
        assertThat(ann.type("/setname amy").lines()).singleElement().asString().contains("accepted");
    }

    @Test
    void shouldLimitConversationsBegunButNotThoseThatGoOn() {
        Terminal carl = chat.join("carl");
        chat.join("dora");
        for (int i = 0; i < 5; i++) {
            ann.type("/private bob hi", "/private carl hi");
        }
        assertThat(bob.lines()).hasSize(5);
        assertThat(carl.lines()).hasSize(5);
        ann.lines();
        ann.type("/private dora hi");
        assertThat(ann.lines())
                .containsExactly("You are writing to many people. Please wait 10 seconds and try again.");
        ann.type("/private bob still there?");
        assertThat(bob.lines()).containsExactly("ann(private): still there?");
        pass(10_000);
        ann.lines();
        ann.type("/private dora hi");
        assertThat(ann.lines()).containsExactly("Sent to dora.");
    }

    @Test
    void shouldLimitALineWithoutEnd() {
        String part = "x".repeat(4000);
        int taken = 0;
        while (ann.channel().config().isAutoRead() && taken < 1000) {
            ann.send(part);
            taken++;
        }
        assertThat(taken).isBetween(30, 45);
        assertThat(ann.lines()).singleElement().asString().startsWith("That line was not sent: it is longer than");
        pass(1000);
        assertThat(ann.send("\nstill here\n").channel().isOpen()).isTrue();
        pass(1000);
        assertThat(bob.lines()).containsExactly("ann: still here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00f1", "\0\0", "\u00ff\u00fd\1\u00ff\u00fe\1"})
    void shouldLimitBytesThatMakeNoLine(String nothing) {
        byte[] packet = nothing.repeat(4000 / nothing.length()).getBytes(StandardCharsets.ISO_8859_1);
        int taken = 0;
        while (ann.channel().config().isAutoRead() && taken < 1000) {
            ann.send(packet);
            ann.bytes();
            taken++;
        }
        assertThat(taken).isBetween(30, 45);
        pass(1000);
        ann.type("still here");
        pass(1000);
        assertThat(bob.lines()).containsExactly("ann: still here");
    }

    @Test
    void shouldNotBlameTheAuthorForALongAnswer() {
        for (int i = 0; i < 60; i++) {
            chat.connect().type("/setname " + "x".repeat(20) + i);
        }
        pass(1000);
        ann.lines();
        bob.lines();
        for (int i = 0; i < 30; i++) {
            ann.type("/allusers");
        }
        pass(2000);
        assertThat(ann.lines())
                .contains("* Long answers count as several lines: for a while yours wait, and go out at 5 a second.")
                .doesNotContain(SLOWED);
    }

    @Test
    void shouldCountPagesOfThePastAsLines() {
        for (int i = 0; i < 25; i++) {
            bob.send(lines(0, 40));
            pass(20_000);
        }
        ann.lines();
        bob.lines();
        for (int i = 0; i < 8; i++) {
            ann.type("/history 1000");
        }
        ann.type("after 8 lines, and 160 pages");
        assertThat(ann.lines()).hasSizeGreaterThan(8000);
        assertThat(bob.lines()).isEmpty();
        pass(3000);
        assertThat(bob.lines()).containsExactly("ann: after 8 lines, and 160 pages");
        assertThat(ann.lines())
                .containsExactly(
                        "* Long answers count as several lines: for a while yours wait, and go out at 5 a second.");
    }

    @Test
    void shouldNotAnswerCtrlCWithoutEnd() {
        byte[] interrupt = {(byte) 255, (byte) 244};
        for (int i = 0; i < 100; i++) {
            ann.send(interrupt);
        }
        assertThat(ann.lines()).hasSizeBetween(10, 11).allMatch("* To leave, type /quit and press Enter."::equals);
    }

    @Test
    void shouldSlowDownWhoMakesManyRooms() {
        ann.type("/join one", "/join two").lines();
        assertThat(ann.type("/join three").lines())
                .containsExactly("You have made many rooms. Please wait 10 seconds and try again.");
        assertThat(bob.type("/join three").text()).startsWith("You are in three");
        assertThat(ann.type("/join three").text()).as("not a new one").startsWith("You are in three");
        pass(10_000);
        assertThat(ann.type("/join four").text()).contains("You are in four");
    }

    @Test
    void shouldSlowDownWhoTakesBackTheirWordsOften() {
        ann.type("/forget me now", "/forget me now").lines();
        assertThat(ann.type("/forget me now").lines())
                .containsExactly("You have taken back your words often. Please wait 60 seconds and try again.");
        assertThat(ann.type("/forget me").text()).startsWith("This removes for good");
        assertThat(bob.type("/forget me now").text()).startsWith("There is nothing here");
        pass(60_000);
        ann.lines();
        assertThat(ann.type("/forget me now").text()).startsWith("There is nothing here");
    }

    @Test
    void shouldSlowDownWhoRemovesMuch() {
        ann.type("/join den", "/purge bob", "/purge bob").lines();
        assertThat(ann.type("/purge bob").lines())
                .containsExactly("You have removed much. Please wait 60 seconds and try again.");
        assertThat(ann.type("/forget me now").text())
                .as("it is the same work")
                .startsWith("You have taken back your words often.");
        ann.session()
                .identity()
                .logIn(chat.accounts().add(UserName.of("ann"), true).join());
        assertThat(ann.type("/purge bob").lines())
                .as("an operator")
                .noneMatch(line -> line.startsWith("You have removed much."));
    }

    /** Lets time pass as it does, and not in one jump. */
    private void pass(int millis) {
        for (int i = 0; i < millis; i += 100) {
            chat.pass(100);
        }
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i + "\n").reduce("", String::concat);
    }

    private static List<String> heard(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "ann: line " + i).toList();
    }
}
