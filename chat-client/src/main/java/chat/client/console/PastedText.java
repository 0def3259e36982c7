package chat.client.console;

import chat.common.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text of several lines inside the one line being typed. */
final class PastedText {
    /** Stands for the end of a line, so that the text stays one line to edit; for private use, so nobody types it. */
    static final char LINE_END = '\ue00a';

    private PastedText() {}

    /**
     * Makes pasted text fit for the line.
     *
     * @param pasted with line ends of any kind; the last one goes
     */
    static String oneLine(String pasted) {
        String text = pasted.replace("\r\n", "\n").replace('\r', '\n').replace(LINE_END, ' ');
        return text.lines()
                .map(line -> PrintableText.clean(line).replace("\t", "    "))
                .collect(Collectors.joining(String.valueOf(LINE_END)));
    }

    /** The lines in it that are not blank. */
    static List<String> lines(String text) {
        List<String> lines =
                new ArrayList<>(List.of(text.replace('\n', LINE_END).split(String.valueOf(LINE_END))));
        lines.removeIf(String::isBlank);
        return lines;
    }
}
