package chat.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a fuzzer's bytes may mean as text. */
public final class FuzzText {
    private FuzzText() {}

    /**
     * Reads bytes in two ways: as UTF-8, as the server does, which makes seeds readable; and as chars, which gives
     * unpaired surrogates, as JSON's escapes can.
     */
    public static List<String> of(byte[] data) {
        char[] chars = new char[data.length / 2];
        ByteBuffer.wrap(data).asCharBuffer().get(chars);
        return List.of(new String(data, StandardCharsets.UTF_8), new String(chars));
    }
}
