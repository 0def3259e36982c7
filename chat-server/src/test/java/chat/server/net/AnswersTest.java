package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Failure;
import chat.common.event.PrivateMessage;
import chat.common.event.Received;
import chat.common.event.RoomEvent;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program sends: each line that is not blank has exactly one answer, in order, with the line's tag. */
class AnswersTest {
    private static final int LINES = 2000;
    private static final String TOO_LONG = "too long";
    private static final List<String> WORDS = List.of(
            "", "ann", "bob", "bot", "text here", "json", "text", "0123456789abcdef", "/x", "😀", "\"}{", "x y z");
    private static final List<String> VERBS = List.of(
            "all",
            "private",
            "msg",
            "allusers",
            "setname",
            "nick",
            "cmd",
            "help",
            "format",
            "ping",
            "resume",
            "nonsense",
            "");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldAnswerEachLineOnceWithItsTag(long seed) {
        Random random = new Random(seed);
        try (EmbeddedChat chat = new EmbeddedChat()) {
            chat.join("ann").readSlowly(); // sometimes takes nothing
            Terminal bob = chat.join("bob");
            Terminal bot = chat.connectProgram();
            List<String> expected = new ArrayList<>();
            List<String> answered = new ArrayList<>();
            StringBuilder packet = new StringBuilder();
            for (int i = 0; i < LINES; i++) {
                packet.append(line(random, i, expected)).append(random.nextBoolean() ? "\n" : "\r\n");
                if (random.nextInt(4) == 0) {
                    bot.send(packet.toString());
                    packet.setLength(0);
                    bob.type("bob says " + i, "/private bot from bob");
                    answered.addAll(tags(bot));
                }
            }
            bot.send(packet + "@end /quit\n@late /ping\n");
            expected.add("end");
            answered.addAll(tags(bot));

            assertThat(answered).isEqualTo(expected);
        }
    }

    /** A line that may mean anything but the end of the session as a program's; notes what the answer must carry. */
    private static String line(Random random, int i, List<String> expected) {
        String tag = random.nextBoolean() ? Integer.toString(1 + random.nextInt(i + 1)) : "t" + i;
        String verb = VERBS.get(random.nextInt(VERBS.size()));
        String word = WORDS.get(random.nextInt(WORDS.size()));
        if (verb.equals("format")) {
            word = word.equals("text") ? "xml" : word;
        }
        String command = "/" + verb + " " + word + (random.nextBoolean() ? " more" : "");
        return switch (random.nextInt(10)) {
            case 0 -> random.nextBoolean() ? "" : " \t";
            case 1 -> noted(expected, TOO_LONG, "@" + tag + " /all " + "x".repeat(5000));
            case 2 -> noted(expected, null, "said as it is " + i);
            case 3 -> noted(expected, null, "@" + tag + " no command");
            case 4 -> noted(expected, null, command);
            default -> noted(expected, tag, "@" + tag + " " + command);
        };
    }

    private static String noted(List<String> expected, String tag, String line) {
        expected.add(tag);
        return line;
    }

    private static List<String> tags(Terminal bot) {
        List<String> tags = new ArrayList<>();
        for (Received received : bot.received()) {
            boolean tooLong =
                    received.event() instanceof Failure failure && failure.code() == Failure.Code.LINE_TOO_LONG;
            if (tooLong) {
                tags.add(TOO_LONG);
            } else if (!(received.event() instanceof RoomEvent) && !(received.event() instanceof PrivateMessage)) {
                tags.add(received.tag());
            }
        }
        return tags;
    }
}
