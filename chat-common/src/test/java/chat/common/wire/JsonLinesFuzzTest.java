package chat.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import chat.common.event.Received;
import chat.common.event.Stamp;
import chat.testing.Harmless;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Any line at all, read as an event. */
class JsonLinesFuzzTest {
    private record Written(@Nullable String id, long atMillis) implements Stamp {}

    @DictionaryFile(resourcePath = "json.dict")
    @FuzzTest
    void shouldReadAnEventOrSayWhatIsWrong(byte[] data) {
        Received received;
        try {
            received = JsonLines.parse(new String(data, StandardCharsets.UTF_8));
        } catch (MalformedLineException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        checkWrittenAgain(received);
    }

    private static void checkWrittenAgain(Received received) {
        Instant at = received.at();
        boolean stamped = at != null && isWritable(at);
        Stamp stamp = stamped ? new Written(received.id(), at.toEpochMilli()) : null;
        String line = line(received, stamp);
        Received expected = new Received(
                received.event(),
                stamped ? received.id() : null,
                stamped ? at.truncatedTo(ChronoUnit.MILLIS) : null,
                received.tag());
        assertThat(parsed(line)).isEqualTo(expected);
    }

    /** No server writes times before the epoch's year or far from now. */
    private static boolean isWritable(Instant at) {
        return at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
    }

    private static String line(Received received, @Nullable Stamp stamp) {
        StringBuilder out = new StringBuilder();
        WireFormat.JSON.append(received.event(), stamp, received.tag(), out);
        String line = out.toString();
        assertThat(line).endsWith("\n");
        Harmless.check(line.substring(0, line.length() - 1));
        return line;
    }

    private static Received parsed(String line) {
        try {
            return JsonLines.parse(line);
        } catch (MalformedLineException e) {
            throw new AssertionError("cannot be read back: " + Harmless.escaped(line), e);
        }
    }
}
