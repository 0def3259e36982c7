package chat.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.PrintableText;
import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line is that nobody of this run said. A name has neither blank nor colon, so somebody's words have a colon
 * before the first blank; notices begin with a star; everything else answers a request. In JSON the event tells.
 */
enum ServerLine {
    /** Somebody else in the room said something. */
    WORDS,
    /** A notice that nobody asked for. */
    NOTICE,
    /** A private message was delivered. */
    CONFIRMATION,
    /** Any other answer. */
    ANSWER;

    private static final byte[] SENT = "Sent to ".getBytes(UTF_8);
    private static final byte[] JSON = "{\"event\":\"".getBytes(UTF_8);
    private static final Map<String, ServerLine> EVENTS = Map.of(
            "message", WORDS,
            "action", WORDS,
            "private", WORDS,
            "said", CONFIRMATION,
            "private-sent", CONFIRMATION,
            "name-accepted", ANSWER,
            "failure", ANSWER,
            "goodbye", ANSWER);
    private static final Pattern SKIPPED = Pattern.compile(
            "\\* (\\d{1,18}) messages? skipped|\\{\"event\":\"skipped\",.*\"messages\":(\\d{1,18})\\b.*");

    static ServerLine of(ByteBuf in, int start, int end) {
        if (start < end && in.getByte(start) == '*') {
            return NOTICE;
        }
        if (Ascii.startsWith(in, start, end, JSON)) {
            int name = start + JSON.length;
            int quote = in.indexOf(name, end, (byte) '"');
            return EVENTS.getOrDefault(in.toString(name, Math.max(0, quote - name), UTF_8), NOTICE);
        }
        if (Ascii.startsWith(in, start, end, SENT)) {
            return CONFIRMATION;
        }
        int blank = in.indexOf(start, end, (byte) ' ');
        return in.indexOf(start, blank < 0 ? end : blank, (byte) ':') < 0 ? ANSWER : WORDS;
    }

    /** The line as text that may go to a terminal. */
    static String text(ByteBuf in, int start, int end) {
        return PrintableText.clean(in.toString(start, end - start, UTF_8));
    }

    /**
     * How many messages a notice says were skipped.
     *
     * @param notice the line
     * @return the number, or 0 if it tells something else
     */
    static long skipped(String notice) {
        Matcher skipped = SKIPPED.matcher(notice);
        if (!skipped.matches()) {
            return 0;
        }
        return Long.parseLong(skipped.group(1) == null ? skipped.group(2) : skipped.group(1));
    }
}
