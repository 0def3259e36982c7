package chat.client.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** What was printed in this run, the newest part of it. One thread. */
final class Transcript {
    /** How many paragraphs are remembered. */
    static final int KEPT = 10_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final ZoneId zone;

    Transcript(ZoneId zone) {
        this.zone = zone;
    }

    void add(Paragraph paragraph) {
        paragraphs.add(paragraph);
        if (paragraphs.size() > KEPT) {
            paragraphs.remove();
        }
    }

    /** How many paragraphs there are. */
    int size() {
        return paragraphs.size();
    }

    /**
     * Writes it all to a new file that only its owner may read.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     * @throws IOException if it cannot be written
     */
    void save(Path file) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (Writer out = Channels.newWriter(
                Files.newByteChannel(file, anew, HistoryFile.permissions(file, "rw-------")), UTF_8)) {
            for (Paragraph paragraph : paragraphs) {
                out.write(TIME.format(paragraph.at().atZone(zone)) + " " + Words.of(paragraph) + "\n");
            }
        }
    }
}
