package chat.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation as text; {@code conversations/README.md} describes the form.
 *
 * @param name where it comes from
 * @param steps what happens, in order
 */
record Script(String name, List<Step> steps) {
    private static final Pattern LINE = Pattern.compile("(\\w+)([<>])(?: (.*))?");
    private static final Pattern DEED = Pattern.compile("(\\w+) (connects|joins|disconnects|is silent|is gone)\\s*");
    private static final Pattern SPECIAL = Pattern.compile("\\{(?:(.)\\*(\\d{1,5})|0x(\\p{XDigit}{2}))}");

    /** What somebody does. {@code <} reads, {@code >} types. */
    record Step(String place, String who, String deed, String text) {
        /** The text as it goes over the wire. */
        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Matcher special = SPECIAL.matcher(text);
            int done = 0;
            while (special.find()) {
                out.writeBytes(utf8(text.substring(done, special.start())));
                if (special.group(3) == null) {
                    out.writeBytes(utf8(special.group(1).repeat(Integer.parseInt(special.group(2)))));
                } else {
                    out.write(Integer.parseInt(special.group(3), 16));
                }
                done = special.end();
            }
            out.writeBytes(utf8(text.substring(done)));
            return out.toByteArray();
        }

        private static byte[] utf8(String part) {
            return part.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Reads a script.
     *
     * @param file for messages
     * @param before how many lines of the file stand in front of the script
     * @param lines the script
     */
    static Script parse(String file, int before, List<String> lines) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(step(file + ":" + (before + i + 1), line));
            }
        }
        return new Script(before == 0 ? file : file + ":" + before, steps);
    }

    private static Step step(String place, String line) {
        Matcher said = LINE.matcher(line);
        if (said.matches()) {
            return new Step(place, said.group(1), said.group(2), said.group(3) == null ? "" : said.group(3));
        }
        Matcher did = DEED.matcher(line);
        if (did.matches()) {
            return new Step(place, did.group(1), did.group(2), "");
        }
        throw new IllegalArgumentException(place + ": cannot read \"" + line + "\" (expected: \"ann> what she types\","
                + " \"ann< what she reads\", or ann connects, joins, disconnects, is silent, is gone)");
    }

    /** The blocks of a Markdown text that are fenced as {@code chat}. */
    static List<Script> inMarkdown(String file, List<String> lines) {
        List<Script> scripts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```chat")) {
                int begin = i + 1;
                int end = begin;
                while (end < lines.size() && !lines.get(end).strip().equals("```")) {
                    end++;
                }
                scripts.add(parse(file, begin, lines.subList(begin, end)));
                i = end;
            }
        }
        return scripts;
    }
}
