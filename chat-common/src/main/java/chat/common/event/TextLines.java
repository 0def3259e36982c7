package chat.common.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Where an event writes its plain text, line by line. Not thread-safe. */
public final class TextLines {
    private static final int WIDTH = 76;
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final StringBuilder out;
    private final String lineEnd;

    /**
     * Begins to write.
     *
     * @param out takes the text
     * @param lineEnd what ends each line on this wire
     */
    public TextLines(StringBuilder out, String lineEnd) {
        this.out = out;
        this.lineEnd = lineEnd;
    }

    /**
     * Adds to the line begun.
     *
     * @param part text without a line end
     * @return this
     */
    public TextLines add(String part) {
        out.append(part);
        return this;
    }

    /**
     * Adds a number to the line begun.
     *
     * @param number any
     * @return this
     */
    public TextLines add(long number) {
        out.append(number);
        return this;
    }

    /**
     * Adds a moment to the line begun, as this machine's time zone has it; with the date if that is not today's.
     *
     * @param moment any
     * @return this
     */
    public TextLines add(Instant moment) {
        ZonedDateTime here = moment.atZone(ZoneId.systemDefault());
        boolean today = here.toLocalDate().equals(LocalDate.now(here.getZone()));
        out.append((today ? TODAY : OTHER_DAY).format(here));
        return this;
    }

    /** Ends the line begun. */
    public void end() {
        out.append(lineEnd);
    }

    /**
     * Writes a whole line.
     *
     * @param line text without a line end
     */
    public void line(String line) {
        out.append(line).append(lineEnd);
    }

    /**
     * Writes words separated by commas, on as many lines as it takes to stay within {@value #WIDTH} columns; lines
     * after the first begin with two spaces.
     *
     * @param intro the beginning of the first line
     * @param words what to list
     */
    public void list(String intro, List<?> words) {
        out.append(intro);
        int column = intro.length();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toString();
            String comma = i < words.size() - 1 ? "," : "";
            int width = 1 + word.length() + comma.length();
            if (column + width > WIDTH) {
                out.append(lineEnd).append(' ');
                column = 1;
            }
            out.append(' ').append(word).append(comma);
            column += width;
        }
        out.append(lineEnd);
    }
}
