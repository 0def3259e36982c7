package chat.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that would harm a page which takes them for more than texts; {@code hostile-texts.txt} says how they are written. */
final class HostileTexts {
    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)\\*([^}]+)}");

    private HostileTexts() {}

    static List<String> all() {
        try (InputStream in = HostileTexts.class.getResourceAsStream("hostile-texts.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("// "))
                    .map(HostileTexts::decode)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(String line) {
        String text = REPEATED.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        return UNIT.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }
}
