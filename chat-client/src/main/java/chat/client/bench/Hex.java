package chat.client.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Hexadecimal numbers of a fixed width, straight from and into buffers. */
final class Hex {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (byte i = 0; i < DIGITS.length; i++) {
            VALUES[DIGITS[i]] = i;
        }
    }

    private Hex() {}

    /**
     * Writes a number.
     *
     * @param out takes it
     * @param value 0 or more; what does not fit is cut off
     * @param digits how many, up to 16
     */
    static void write(ByteBuf out, long value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.writeByte(DIGITS[(int) (value >>> shift) & 15]);
        }
    }

    /**
     * Reads a number.
     *
     * @param in where it is
     * @param index of its first digit
     * @param digits how many, up to 15
     * @return the number, or -1 if something else is there
     */
    static long read(ByteBuf in, int index, int digits) {
        long value = 0;
        int bad = 0;
        for (int i = index; i < index + digits; i++) {
            int digit = VALUES[in.getByte(i) & 0xff];
            bad |= digit;
            value = value << 4 | (digit & 15);
        }
        return bad < 0 ? -1 : value;
    }
}
