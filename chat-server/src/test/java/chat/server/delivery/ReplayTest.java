package chat.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.RoomName;
import chat.common.UserName;
import chat.common.event.Message;
import chat.common.event.Moderated;
import chat.common.event.Received;
import chat.common.event.Replayed;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who comes into a room where people have talked before. */
class ReplayTest {
    private static final String NOW = "* That was said before you came.";

    @AutoClose
    private final EmbeddedChat chat = EmbeddedChat.withReplay(5);

    private final Terminal ann = chat.join("ann");

    @Test
    void shouldShowTheLastLinesWithTheirTimes() {
        ann.type("one", "two", "three", "/me waves", "/topic lunch", "four").lines();
        Terminal bob = chat.connect();
        bob.lines();
        assertThat(timeless(bob.type("/setname bob").lines()))
                .containsExactly(
                        "Name accepted: you are bob. Type something to say it to everyone; /cmd lists the commands.",
                        "[time] ann: two",
                        "[time] ann: three",
                        "[time] -> ann waves",
                        "[time] * ann set the topic: lunch",
                        "[time] ann: four",
                        NOW);
        ann.type("five");
        assertThat(bob.lines()).containsExactly("ann: five");
    }

    @Test
    void shouldNotLetNoticesPushOutWhatPeopleTalkAbout() {
        ann.type("one", "two", "three", "four", "five", "six").lines();
        for (int i = 1; i <= 10; i++) {
            ann.session()
                    .rooms()
                    .current()
                    .announce(new Moderated(RoomName.LOBBY, Moderated.Action.SLOW, "", UserName.of("olga"), "", i));
        }
        Terminal bob = chat.connect();
        bob.lines();
        assertThat(timeless(bob.type("/setname bob").lines()))
                .containsSequence(
                        "[time] ann: two",
                        "[time] ann: three",
                        "[time] ann: four",
                        "[time] ann: five",
                        "[time] ann: six",
                        "[time] * olga slowed this room down: one message every 8 seconds",
                        "[time] * olga slowed this room down: one message every 9 seconds",
                        "[time] * olga slowed this room down: one message every 10 seconds",
                        NOW);
    }

    @Test
    void shouldShowTheDateOfAnotherDay() {
        ann.type("good night").lines();
        chat.pass(2 * 86_400_000L);
        Terminal bob = chat.connect();
        assertThat(bob.type("/setname bob").lines())
                .anySatisfy(line -> assertThat(line).matches("\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d] ann: good night"));
    }

    @Test
    void shouldSayNothingWhereNothingWasSaid() {
        Terminal bob = chat.connect();
        bob.lines();
        assertThat(bob.type("/setname bob").lines()).hasSize(1);
        ann.lines();
        assertThat(ann.type("/join staff").lines()).hasSize(1);
    }

    @Test
    void shouldShowARoomToWhoJoinsAndNothingToWhoIsRefused() {
        ann.type("/join staff", "secret", "/lock");
        String key = ann.text().replaceFirst("(?s).* ", "").strip();
        Terminal bob = chat.join("bob");
        assertThat(bob.type("/join staff").text()).contains("locked").doesNotContain("secret");
        assertThat(timeless(bob.type("/join staff " + key).lines()))
                .containsExactly("You are in staff with 1 other. What you type goes there.", "[time] ann: secret", NOW);
    }

    @Test
    void shouldTellProgramsWhatIsNoNews() {
        ann.type("one").lines();
        Terminal bot = chat.connectProgram();
        List<Received> received = bot.type("@1 /setname bot").received();
        assertThat(received.get(0).tag()).isEqualTo("1");
        assertThat(received.get(1).event()).isEqualTo(new Message(RoomName.LOBBY, UserName.of("ann"), "one"));
        assertThat(received.get(1).replay()).isTrue();
        assertThat(received.get(1).id()).isNotNull();
        assertThat(received.get(1).at()).isNotNull();
        assertThat(received.get(2).event()).isEqualTo(new Replayed(RoomName.LOBBY));
        ann.type("two");
        assertThat(bot.lines()).singleElement().asString().doesNotContain("replay");
    }

    @Test
    void shouldNotShowAgainWhatAProgramThatComesBackHasRead() {
        ann.type("one").lines();
        Terminal bot = chat.connectProgram();
        bot.type("/resume 0123456789abcdef 1", "@1 /setname bot").lines();
        bot.hangUp();
        chat.pass(1000);
        ann.type("two").lines();
        Terminal back = chat.connectProgram();
        assertThat(back.type("/resume 0123456789abcdef 2", "@2 /setname bot").events())
                .hasSize(2)
                .noneMatch(Message.class::isInstance);
    }

    @Test
    void shouldShowOnesOwnWordsToWhoComesAgain() {
        ann.type("/join staff", "note to self", "/leave staff").lines();
        assertThat(timeless(ann.type("/join staff").lines())).contains("[time] ann: note to self");
    }

    @Test
    void shouldKeepNewsBehindWhatASlowReaderHasNotReadYet() {
        Terminal bob = chat.join("bob");
        ann.type("/join staff");
        IntStream.range(0, 5).forEach(i -> ann.type("old " + i + "x".repeat(3000)));
        bob.stopReading().type("/join staff");
        IntStream.range(0, 3).forEach(i -> ann.type("new " + i));
        assertThat(bob.waitingBytes()).isLessThan(12_000);
        bob.startReading();
        assertThat(timeless(bob.lines()).stream().skip(1).map(line -> line.replaceAll("x+$", "")))
                .containsExactly(
                        "[time] ann: old 0",
                        "[time] ann: old 1",
                        "[time] ann: old 2",
                        "[time] ann: old 3",
                        "[time] ann: old 4",
                        NOW,
                        "ann: new 0",
                        "ann: new 1",
                        "ann: new 2");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldMissNothingAndRepeatNothingUnderLoad(long seed) {
        Random random = new Random(seed);
        try (ManualRoom room = new ManualRoom(2, 3, 10)) {
            Witness speaker = new Witness(room, 0, "speaker");
            List<Witness> readers = new ArrayList<>();
            room.settle();
            int said = 0;
            for (int i = 0; i < 600; i++) {
                int what = random.nextInt(100);
                if (what < 40) {
                    speaker.say("text " + said++ + " " + "x".repeat(random.nextInt(900)));
                } else if (what < 44) {
                    readers.add(new Witness(room, random.nextInt(2), "reader" + i));
                } else if (what < 48 && !readers.isEmpty()) {
                    readers.get(random.nextInt(readers.size())).freeze(random.nextInt(2) == 0);
                } else {
                    room.runOne(random);
                }
            }
            readers.forEach(reader -> reader.freeze(false));
            room.settle();
            speaker.say("text " + said);
            room.settle();
            int last = said;
            assertThat(readers).isNotEmpty().allSatisfy(reader -> {
                List<Integer> numbers = reader.heard().stream()
                        .map(line -> Integer.valueOf(line.replaceFirst(".*: text (\\d+).*", "$1")))
                        .toList();
                assertThat(numbers)
                        .isEqualTo(IntStream.rangeClosed(numbers.get(0), last)
                                .boxed()
                                .toList());
                long old = reader.heard().stream()
                        .filter(line -> line.startsWith("["))
                        .count();
                assertThat(old).isLessThanOrEqualTo(10);
                assertThat(reader.lines().stream().filter(NOW::equals)).hasSize(old > 0 ? 1 : 0);
                assertThat(reader.lines().indexOf(NOW)).isLessThanOrEqualTo((int) old + 3);
            });
            readers.forEach(Witness::hangUp);
            speaker.hangUp();
            room.settle();
        }
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\[\\d\\d:\\d\\d]", "[time]"))
                .toList();
    }
}
