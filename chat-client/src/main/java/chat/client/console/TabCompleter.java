package chat.client.console;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Gives completions to JLine, for which a line of chat has words, but no quotes and no escapes. */
final class TabCompleter implements Completer, Parser {
    private final Completions completions;

    TabCompleter(Completions completions) {
        this.completions = completions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor());
        for (Completions.Choice choice : completions.of(before)) {
            String about = choice.about().isEmpty() ? null : choice.about();
            candidates.add(new Candidate(choice.word(), choice.word(), null, about, null, null, true));
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int start = Completions.wordStart(line.substring(0, cursor));
        int end = cursor;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return new Words(line, cursor, start, line.substring(start, end));
    }

    /** The word at the cursor is all that completion asks for. */
    private record Words(String line, int cursor, int start, String word) implements ParsedLine {
        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }
}
