package chat.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a fuzzer's bytes say about packets: a {@code |} is where one ends, and is not sent itself. */
final class Packets {
    /** Longer streams are, to save time, not cut at every byte. */
    private static final int SHORT = 1000;

    private static final int LONG = 20_000;

    private Packets() {}

    static List<byte[]> of(byte[] data) {
        List<byte[]> packets = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= data.length; i++) {
            if (i == data.length || data[i] == '|') {
                packets.add(Arrays.copyOfRange(data, start, i));
                start = i + 1;
            }
        }
        return packets;
    }

    static byte[] joined(List<byte[]> packets, int times) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int n = 0; n < times; n++) {
            packets.forEach(stream::writeBytes);
        }
        return stream.toByteArray();
    }

    /** Cut at every byte; a long stream at every seventh or so, which falls everywhere into what repeats. */
    static List<byte[]> smallest(byte[] stream) {
        int size = stream.length <= SHORT ? 1 : stream.length <= LONG ? 7 : 101;
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < stream.length; i += size) {
            packets.add(Arrays.copyOfRange(stream, i, Math.min(i + size, stream.length)));
        }
        return packets;
    }
}
