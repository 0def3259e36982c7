package chat.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.common.PrintableText;
import io.netty.buffer.ByteBuf;

/**
 * What a line is that nobody of this run said. A name has neither blank nor colon, so somebody's words have a colon
 * before the first blank; notices begin with a star; everything else answers a request.
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

    static ServerLine of(ByteBuf in, int start, int end) {
        if (start < end && in.getByte(start) == '*') {
            return NOTICE;
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
        String[] words = notice.split(" ", 4); // * 12 messages skipped
        boolean skipped = words.length == 4
                && words[1].matches("\\d{1,18}")
                && words[2].startsWith("message")
                && words[3].equals("skipped");
        return skipped ? Long.parseLong(words[1]) : 0;
    }
}
