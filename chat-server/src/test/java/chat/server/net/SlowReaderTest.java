package chat.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.Limits;
import chat.server.EmbeddedChat;
import chat.server.Terminal;
import chat.server.room.RoomLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Somebody who reads less than the room says, for ever; and a room where nobody reads. */
class SlowReaderTest {
    private static final Pattern GAP = Pattern.compile("\\* (\\d+) messages? skipped");
    private static final long LOG_BYTES = 4L << 20;

    /** A slow terminal's write watermark, and what one line, one answer or one read of the log adds. */
    private static final int BOUND = 1024 + 16 * 1024;

    @AutoClose
    private final EmbeddedChat chat = new EmbeddedChat();

    private final Terminal ann = chat.join("ann");
    private final Terminal bob = chat.join("bob");
    private final Random random = new Random(1);
    private final StringBuilder read = new StringBuilder();
    private int said;

    @Test
    void shouldStayWithinBoundsAndInOrderForEver() {
        bob.readSlowly();
        for (int i = 0; i < 20_000; i++) {
            say();
            if (i % 4 == 0) {
                bobReads(random.nextInt(200));
            }
        }
        assertThat(bob.channel().isOpen()).isTrue();

        bob.startReading();
        read.append(bob.text());
        assertThat(gaps()).hasSizeGreaterThan(3);
        assertThat(said("and now?")).isEqualTo("ann: and now?");
    }

    @Test
    void shouldHearWhoIsBehindSayGoodbye() {
        bob.readSlowly();
        for (int i = 0; i < 5000; i++) {
            say();
        }
        bob.type("/quit");
        for (int i = 0; i < 1000 && !read.toString().contains("You have left the chat"); i++) {
            say();
            bobReads(100);
        }
        assertThat(read.toString()).endsWith("You have left the chat\n");
        chat.pass(1000);
        assertThat(ann.lines()).containsExactly("* bob left");
    }

    @Test
    void shouldTakeOneLineAtATimeFromWhoIsBehind() {
        bob.readSlowly();
        for (int i = 0; i < 1000; i++) {
            say();
        }
        bob.send("one\ntwo\nthree\n");
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 1000 && heard.size() < 3; i++) {
            say();
            bobReads(200);
            List<String> news = ann.lines();
            assertThat(news).hasSizeLessThan(2);
            heard.addAll(news);
        }
        assertThat(heard).containsExactly("bob: one", "bob: two", "bob: three");
    }

    @Test
    void shouldKeepTheLogWithinItsBytes() {
        RoomLog log = chat.rooms().lobby().log();
        String longest = "x".repeat(Limits.MAX_LINE_BYTES);
        String widest = "\u20ac".repeat(Limits.MAX_LINE_BYTES / 3);
        for (int i = 0; i < 3000; i++) {
            ann.type(i % 2 == 0 ? longest : widest);
            bob.channel().releaseOutbound();
            assertThat(log.bytes()).isLessThanOrEqualTo(LOG_BYTES);
        }
        assertThat(log.bytes()).isGreaterThan(LOG_BYTES - 16 * 1024);
        assertThat(log.size()).isBetween(500, 1000);
    }

    @Test
    void shouldKeepLittleForManyWhoDoNotRead() {
        List<Terminal> crowd =
                IntStream.range(0, 30).mapToObj(i -> chat.join("c" + i)).toList();
        crowd.forEach(Terminal::stopReading);
        String longest = "x".repeat(Limits.MAX_LINE_BYTES);
        for (int i = 0; i < 1500; i++) {
            ann.type(longest);
            bob.channel().releaseOutbound();
        }
        int oneLine = "ann: ".length() + Limits.MAX_LINE_BYTES + "\r\n".length();
        for (Terminal terminal : crowd) {
            assertThat(terminal.waitingBytes()).isBetween(1024L, 1024L + oneLine + 128);
        }
        crowd.forEach(Terminal::startReading);
        int kept = chat.rooms().lobby().log().size();
        for (Terminal terminal : crowd) {
            assertThat(terminal.lines())
                    .contains("* " + (1500 - kept - 1) + " messages skipped")
                    .hasSize(1 + 1 + kept);
        }
    }

    private void say() {
        ann.type("line " + said++ + " " + "x".repeat(random.nextInt(100)) + ".");
    }

    private String said(String text) {
        ann.type(text);
        return String.join("\n", bob.lines());
    }

    private void bobReads(int bytes) {
        read.append(bob.read(bytes).text());
        assertThat(bob.waitingBytes()).isLessThan(BOUND);
    }

    /** Goes through all that was read, which must be everything in order but what the gaps tell of. */
    private List<Integer> gaps() {
        List<Integer> gaps = new ArrayList<>();
        int next = 0;
        for (String line : read.toString().lines().toList()) {
            Matcher gap = GAP.matcher(line);
            if (gap.matches()) {
                gaps.add(Integer.parseInt(gap.group(1)));
                next += gaps.get(gaps.size() - 1);
            } else {
                assertThat(line).startsWith("ann: line " + next++ + " ");
            }
        }
        assertThat(next).isEqualTo(said);
        return gaps;
    }
}
