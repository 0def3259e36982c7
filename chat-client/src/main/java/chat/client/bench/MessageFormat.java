package chat.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Locale;

/**
 * How the messages of a run look. Names and numbers have fixed widths, so that a receiver finds everything at a known
 * place of a line:
 *
 * <pre>
 *   bk3x9q0001f: 0001f0000002a00000bebc200abcdefghij...
 *   \____/\___/  \___/\______/\__________/\___________
 *    run  author  |    number  due time    filler
 *                 author again
 * </pre>
 *
 * Numbers are hexadecimal, times are in nanoseconds since the run began. Thread-safe.
 */
final class MessageFormat {
    private static final int ID_DIGITS = 5;
    private static final int NUMBER_DIGITS = 8;
    private static final int TIME_DIGITS = 12;

    /** The shortest text that holds what a receiver has to know. */
    static final int MIN_PAYLOAD = ID_DIGITS + NUMBER_DIGITS + TIME_DIGITS;

    private final byte[] run;
    private final boolean privately;
    private final boolean json;
    private final byte[] begin;
    private final byte[] separator;
    private final ByteBuf filler;
    private final int name;
    private final int text;
    private final int lineBytes;

    /**
     * Makes the format of a run.
     *
     * @param run what names begin with, ASCII; no two runs at a time may share it
     * @param payload how many bytes a text has
     * @param privately whether members write to one of them, not to the room
     */
    MessageFormat(String run, int payload, boolean privately) {
        this(run, payload, privately, false);
    }

    /**
     * The same for one of the forms that the server has.
     *
     * @param run see above
     * @param payload see above
     * @param privately see above
     * @param json whether the server writes JSON: {@code {"event":"message","room":"lobby","from":"bk3x9q0001f","text":"..."}},
     *     and what follows is its own
     */
    MessageFormat(String run, int payload, boolean privately, boolean json) {
        this.run = run.getBytes(US_ASCII);
        this.privately = privately;
        this.json = json;
        this.begin = (json ? beginOfJson(privately) + run : run).getBytes(US_ASCII);
        this.separator = (json ? "\",\"text\":\"" : privately ? "(private): " : ": ").getBytes(US_ASCII);
        this.filler = filler(payload - MIN_PAYLOAD);
        this.name = begin.length;
        this.text = name + ID_DIGITS + separator.length;
        this.lineBytes = text + payload;
    }

    private static String beginOfJson(boolean privately) {
        return privately
                ? "{\"event\":\"private\",\"from\":\""
                : "{\"event\":\"message\",\"room\":\"lobby\",\"from\":\"";
    }

    private static ByteBuf filler(int bytes) {
        ByteBuf letters = Unpooled.buffer(Math.max(1, bytes));
        for (int i = 0; i < bytes; i++) {
            letters.writeByte('a' + i % 26);
        }
        return letters.asReadOnly();
    }

    /** The name of a member. */
    String name(int member) {
        return new String(run, US_ASCII) + String.format(Locale.ROOT, "%0" + ID_DIGITS + "x", member);
    }

    /** How many bytes {@link #write} adds. */
    int requestBytes() {
        int verb = privately ? "/private ".length() + run.length + ID_DIGITS + 1 : "/all ".length();
        return verb + MIN_PAYLOAD + filler.readableBytes() + 1;
    }

    /**
     * Writes the request that sends a message.
     *
     * @param out takes the line, with its end
     * @param author who sends it
     * @param receiver who gets it, in a run with private messages
     * @param number how many messages the author sent before
     * @param due when it was to be sent
     */
    void write(ByteBuf out, int author, int receiver, int number, long due) {
        if (privately) {
            ByteBufUtil.writeAscii(out, "/private ");
            out.writeBytes(run);
            Hex.write(out, receiver, ID_DIGITS);
            out.writeByte(' ');
        } else {
            ByteBufUtil.writeAscii(out, "/all ");
        }
        Hex.write(out, author, ID_DIGITS);
        Hex.write(out, number, NUMBER_DIGITS);
        Hex.write(out, due, TIME_DIGITS);
        out.writeBytes(filler, filler.readerIndex(), filler.readableBytes());
        out.writeByte('\n');
    }

    /** Whether a line is what a member of this run said, whole or damaged. */
    boolean isOfThisRun(ByteBuf in, int start, int end) {
        return Ascii.startsWith(in, start, end, begin);
    }

    /**
     * Whether a line of this run is as it has to be: the right length, the same author twice, and the filler. The
     * numbers may still be damaged; then they read as below 0.
     */
    boolean isWhole(ByteBuf in, int start, int end) {
        int author = start + name;
        return endsWell(in, start, end)
                && Ascii.startsWith(in, author + ID_DIGITS, end, separator)
                && ByteBufUtil.equals(in, author, in, start + text, ID_DIGITS)
                && ByteBufUtil.equals(in, start + text + MIN_PAYLOAD, filler, 0, filler.readableBytes());
    }

    private boolean endsWell(ByteBuf in, int start, int end) {
        return json
                ? end - start > lineBytes + 1 && in.getByte(start + lineBytes) == '"' && in.getByte(end - 1) == '}'
                : end - start == lineBytes;
    }

    /** Who sent the message, or below 0. */
    int author(ByteBuf in, int start) {
        return (int) Hex.read(in, start + text, ID_DIGITS);
    }

    /** How many messages its author sent before, or below 0. */
    int number(ByteBuf in, int start) {
        return (int) Hex.read(in, start + text + ID_DIGITS, NUMBER_DIGITS);
    }

    /** When the message was to be sent, or below 0. */
    long due(ByteBuf in, int start) {
        return Hex.read(in, start + text + ID_DIGITS + NUMBER_DIGITS, TIME_DIGITS);
    }
}
